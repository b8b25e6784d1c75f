import 'server-only'
export { provideLogin, refuseOwnersLogin } from './application-login'
export { guardDatabase } from './database-guard'
export { startPostgres, type EmbeddedPostgres } from './embedded-postgres'
