import 'server-only'
import type { RemoteCredential } from '@/lib/ports'
import { parseCertificate } from '@/lib/trust'
import { certificateFault, describeCertificate } from '../requirement/certificate-fault'
import type { CertificateFault, DescribedCertificate } from '../requirement/certificate-fault'
import type { Official, RightSubject } from '../requirement/signatory'

export type Signatory = RightSubject | Official

/** A certificate that cannot be read is nobody's. */
export function faultOf(
  { certificate }: RemoteCredential,
  signatory: Signatory | null,
  now: Date,
): CertificateFault | null {
  const parsed = parseCertificate(certificate)
  return parsed.ok ? certificateFault(parsed.value, signatory, now) : 'wrong-subject'
}

export function nameOf(der: Uint8Array): string {
  const parsed = parseCertificate(der)
  return parsed.ok ? describeCertificate(parsed.value).name : ''
}

/** One of several certificates a person may choose from, and why one cannot be used. */
export type RemoteChoice = DescribedCertificate & { id: string; fault: CertificateFault | null }

export function choiceOf(credential: RemoteCredential, now: Date): RemoteChoice[] {
  const parsed = parseCertificate(credential.certificate)
  if (!parsed.ok) return []
  return [{ ...describeCertificate(parsed.value), id: credential.id, fault: faultOf(credential, null, now) }]
}
