import 'server-only'
export { addFiles, ensureBuilt } from './sources'
