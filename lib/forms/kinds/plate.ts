import { asIs } from '../kind'
import type { Kind } from '../kind'
import { numbered } from './numbered'
import { typedText } from './text'

/** A civil plate: province, series of one letter (car) or letter and sign (motorbike, and two letters), 4 or 5 digits. */
const PLATE = /^(\d{2})([A-Z][A-Z0-9]??)(\d{5}|\d{4})$/

/** "30A12345" as "30A-123.45"; older plates keep their four digits together. */
function formatPlate(plate: string): string {
  return plate.replace(PLATE, (_, province: string, series: string, digits: string) => {
    const number = digits.length === 5 ? `${digits.slice(0, 3)}.${digits.slice(3)}` : digits
    return `${province}${series}-${number}`
  })
}

export const plate: Kind = {
  ...numbered(PLATE, 'plate'),
  show: (value) => asIs(formatPlate(typedText(value))),
}
