import { memoryOf, residentInPortal } from './memory-of'

/**
 * A process of its own: `pid`. Asked, says how many megabytes that process and its descendants held at most since it was last asked,
 * and how many of them those that serve pages.
 */
const pid = Number(process.argv[2])
const LOOK_EACH_MS = 1_000

let most = { all: 0, portal: 0 }
const look = () => {
  most = { all: Math.max(most.all, memoryOf(pid)), portal: Math.max(most.portal, residentInPortal(pid)) }
}
setInterval(look, LOOK_EACH_MS)

process.on('message', () => {
  look()
  process.send?.(most)
  most = { all: 0, portal: 0 }
})
