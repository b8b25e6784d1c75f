/** Signs as people count them, not as they are stored. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
