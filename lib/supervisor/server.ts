import 'server-only'
export { SUPERVISED, supervise, type Part, type Supervised } from './supervisor'
