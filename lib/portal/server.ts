import 'server-only'

export { portalPaths } from './paths'
export { PUBLIC_PAGES } from './routes'
