export { oversightPaths } from './paths'
