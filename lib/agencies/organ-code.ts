/** `G01.126.08` by Decision 20/2020/QĐ-TTg: groups from the top down, at most 35 characters. */
const CURRENT = /^(?=.{1,35}$)[A-Y]\d{2}(?:\.[0-9A-Z]{1,3})*$/
/** `000.08.26.G01` by QCVN 102:2016: groups from the bottom up, filled with zeros to four. */
const OLD = /^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$/

export function isOrganCode(code: string): boolean {
  return CURRENT.test(code)
}

/** The current spelling of an old organ code; null when it is none. */
export function fromOldOrganCode(code: string): string | null {
  if (!OLD.test(code)) return null
  const groups = code.split('.').filter((group) => /[^0]/.test(group))
  return groups.reverse().join('.')
}

/** The spelling of QCVN 102:2016, as old partners expect it; null for codes it cannot hold. */
export function toOldOrganCode(code: string): string | null {
  const [top, second = '', third = '', fourth = '', ...deeper] = code.split('.')
  if (!isOrganCode(code) || top === undefined || deeper.length > 0) return null
  const old = [fourth.padStart(3, '0'), third.padStart(2, '0'), second.padStart(2, '0'), top].join('.')
  return OLD.test(old) ? old : null
}
