import 'server-only'
export { requestContext, requestVisit } from './request-context'
export { workerContext } from './worker-context'
export { parts } from './parts'
