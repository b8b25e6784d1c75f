import { create } from 'qrcode'
import type { Square } from './piece'

/** The dark modules of a QR code (ISO/IEC 18004, level M) as runs of whole modules, and its width in modules. */
export function qrSquares(text: string): { modules: number; squares: Square[] } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares: Square[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x) === 0) continue
      const last = squares.at(-1)
      if (last?.y === y && last.x + last.width === x) last.width++
      else squares.push({ x, y, width: 1, height: 1 })
    }
  }
  return { modules: modules.size, squares }
}
