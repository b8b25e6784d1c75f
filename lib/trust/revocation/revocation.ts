import { crlVerdict } from './crl-status'
import { ocspVerdict } from './ocsp-status'
import type { ValidPath } from '../path/path'
import type { Certificate } from '../certificate/certificate'
import { settleStatus } from './status'
import type { Issuer, RevocationContext, RevocationStatus, Subject } from './status'

/** The certificates of a valid path below its anchor, each with its issuer, topmost first. */
export function subjectsOf({ anchor, chain, spkis }: ValidPath): readonly Subject[] {
  return chain.map((certificate, index) => {
    const parent = chain[index - 1]
    const spki = spkis[index - 1]
    const issuer: Issuer = parent && spki ? { name: parent.subject, spki, certificate: parent } : anchor
    return { certificate, issuer, anchor, above: chain.slice(0, index) }
  })
}

async function isRevokedByList(context: RevocationContext, subject: Subject): Promise<boolean> {
  const { answers } = await crlVerdict(context, subject)
  return answers.some(({ entry }) => entry !== undefined)
}

/** Everything the evidence says about one certificate, from responses and lists together. */
export async function revocationOf(context: RevocationContext, subject: Subject): Promise<RevocationStatus> {
  const isRevoked = (certificate: Certificate) => isRevokedByList(context, { ...subject, certificate })
  const ocsp = await ocspVerdict({ context, subject, isRevoked })
  const crl = await crlVerdict(context, subject)
  const why = ocsp.why ?? crl.why ?? { code: 'no-revocation-information', message: 'no evidence for this certificate' }
  return settleStatus(subject.certificate, [...ocsp.answers, ...crl.answers], why)
}
