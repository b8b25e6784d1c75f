import compression from 'compression'
import type { Handle } from './handle'

/**
 * Answers as `handle` does, compressed where what is sent is text and the browser takes it. Here and not in the application: that
 * has one thread for all pages, and Next leaves what routes answer as it is.
 */
export function compressed(handle: Handle): Handle {
  const compress = compression()
  return (request, response) =>
    new Promise((resolve, reject) => {
      compress(request, response, () => {
        Promise.resolve(handle(request, response)).then(resolve, reject)
      })
    })
}
