export { provideLogin } from './application-login'
export { startPostgres, type EmbeddedPostgres } from './postgres'
