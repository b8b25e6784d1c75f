export { originOf, parseConfig, parseVariables, type Config, type Environment } from './parse-config'
export type { Values } from './variables'
