import type { Pkcs12Key } from '@/lib/cms'
import type { Text } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { Signer } from '@/lib/pades'
import { certificateFault, describeCertificate } from '@/lib/signing'
import type { CertificateFault, DescribedCertificate, Official, RightSubject } from '@/lib/signing'
import { parseCertificate } from '@/lib/trust'
import { importKey, kindOf } from './import-key'
import { readKeyFile } from './read-key-file'
import { keyUnsupported, OPEN_FAULT_WORDS } from '../words'

/** A key ready to sign, and whose it is. */
export type OpenedKey = DescribedCertificate & { fault: CertificateFault | null; signer: Signer }

const isFault = (code: string): code is keyof typeof OPEN_FAULT_WORDS => Object.hasOwn(OPEN_FAULT_WORDS, code)
const fault = (code: string) => err(OPEN_FAULT_WORDS[isFault(code) ? code : 'p12-unsupported'])

/**
 * Opens a PKCS#12 file on this device: every key with a certificate, each imported so that it cannot be taken out again.
 * `onProgress` is told how far the opening is, of 1.
 */
export async function openKeys(
  file: File,
  password: string,
  subject: Official | RightSubject | null,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<OpenedKey[], Text>> {
  if (!globalThis.isSecureContext) return fault('insecure')
  const bytes = await bytesOf(file)
  if (bytes === null) return fault('unreadable')
  const contents = await readKeyFile({ bytes, password }, onProgress)
  if (!contents.ok) return fault(contents.error)
  const usable = contents.value.filter(({ certificate }) => certificate !== undefined)
  if (usable.length === 0) return fault('no-key')
  const opened = await Promise.all(usable.map((key) => openKey(key, subject)))
  const keys = opened.filter((key) => key !== null)
  return keys.length === 0 ? err(keyUnsupported(usable.map(kindOf))) : ok(keys)
}

/** A chosen file may be gone by the time it is read. */
function bytesOf(file: File): Promise<Uint8Array | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
}

async function openKey(key: Pkcs12Key, subject: Official | RightSubject | null): Promise<OpenedKey | null> {
  const certificate = parseCertificate(key.certificate ?? new Uint8Array())
  const imported = await importKey(key)
  if (!certificate.ok || imported === null) return null
  const signer = { certificate: certificate.value.der, chain: key.chain, ...imported }
  return {
    ...describeCertificate(certificate.value),
    fault: certificateFault(certificate.value, subject, new Date()),
    signer,
  }
}
