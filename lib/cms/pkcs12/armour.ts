import { refuse } from '@/lib/trust'

type Bytes = Uint8Array<ArrayBuffer>

/** First octets of what people choose by mistake. */
const FOREIGN: readonly (readonly [start: string, name: string])[] = [
  ['%PDF-', 'a PDF'],
  ['\xfe\xed\xfe\xed', 'a Java key store (JKS)'],
  ['\xce\xce\xce\xce', 'a Java key store (JCEKS)'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['-----BEGIN', 'PEM, but not of PKCS#12'],
]
const ARMOUR = /^\s*(?:-----BEGIN PKCS12-----)?([\s\w+/]*={0,2})\s*(?:-----END PKCS12-----)?\s*$/
/** What opens a SEQUENCE of 128 octets and more, or of unstated length, once it is in base64. */
const BASE64_OF_SEQUENCE = /^M[I-L]/

const latin = (octets: Uint8Array): string => Array.from(octets, (octet) => String.fromCharCode(octet)).join('')

/**
 * The file's octets out of PEM, as GnuTLS writes them, or bare base64, as mail and forms leave them. Refuses by name what
 * plainly is something else.
 */
export function unarmour(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30 && !isText(bytes)) return bytes
  const plain = isText(bytes) ? fromBase64(latin(bytes)) : null
  if (plain !== null) return plain
  const start = latin(bytes.subarray(0, 16))
  const foreign = FOREIGN.find(([opening]) => start.startsWith(opening))
  return foreign ? refuse('p12-malformed', `not a PKCS#12 file: it is ${foreign[1]}`) : bytes
}

/** A DER or BER file of any use holds octets that are no text in its first dozen. */
function isText(bytes: Uint8Array): boolean {
  return (
    bytes.length > 0 &&
    bytes.subarray(0, 64).every((octet) => octet === 9 || octet === 10 || octet === 13 || (octet >= 32 && octet < 127))
  )
}

function fromBase64(text: string): Bytes | null {
  const body = ARMOUR.exec(text)?.[1]?.replace(/\s+/g, '')
  if (body === undefined || !BASE64_OF_SEQUENCE.test(body)) return null
  try {
    return Uint8Array.from(atob(body), (character) => character.charCodeAt(0))
  } catch {
    // Cut off in the middle of a character.
    return null
  }
}
