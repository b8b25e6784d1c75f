import { lifeCyclePage } from './life-cycle'
import { structurePage } from './structure'

/** The pages of `docs/` that are drawn from the code. */
export const DRAWN: readonly { file: string; draw: () => string }[] = [
  { file: 'docs/structure.md', draw: structurePage },
  { file: 'docs/life-cycle.md', draw: lifeCyclePage },
]
