import 'server-only'

export { nodeRarities } from './node-rarities'
