import 'server-only'

export { nodeEngine } from './node-engine'
export { openFileSource } from './node-file'
export { nodeHashes } from './node-hash'
