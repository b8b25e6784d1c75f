import { writeFileSync } from 'node:fs'
import { DRAWN } from './pages'

// npm run draw: writes the pages of docs/ that say how the code stands today.
for (const { file, draw } of DRAWN) writeFileSync(file, draw())
