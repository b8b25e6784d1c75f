import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
