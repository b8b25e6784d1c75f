import { memoryOf } from './memory-of'

/** A process of its own: `pid`. Asked, says how many megabytes that process and its descendants held at most since it was last asked. */
const pid = Number(process.argv[2])
const LOOK_EACH_MS = 1_000

let most = 0
const look = () => {
  most = Math.max(most, memoryOf(pid))
}
setInterval(look, LOOK_EACH_MS)

process.on('message', () => {
  look()
  process.send?.(most)
  most = 0
})
