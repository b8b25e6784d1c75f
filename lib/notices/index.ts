export { noticePaths } from './paths'
