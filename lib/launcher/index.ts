export { provideLogin } from './application-login'
export { freePort } from './free-port'
export { startPostgres, type EmbeddedPostgres } from './postgres'
export { isAlive } from './processes'
