import 'server-only'
export { requestContext } from './request-context'
export { workerContext } from './worker-context'
export { parts } from './parts'
