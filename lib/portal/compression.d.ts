declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  /** Compresses what is written from then on, where the type is worth it and the browser takes it. */
  export default function compression(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}
