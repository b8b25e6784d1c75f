import 'server-only'
import { nodeEngine } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import type { Anchor, Certificate, PathVerdict, RevocationInput } from '@/lib/trust'
import { namesEqual, parseCrl, parseOcspResponse, validatePath } from '@/lib/trust'
import { anchorsAt } from './anchor-repository'
import { askAbout } from './revocation'

const okValue = <T>(result: { ok: true; value: T } | { ok: false }): T[] => (result.ok ? [result.value] : [])

/** Why a certificate may not be relied upon at this moment, by the code of its words; null when it may. */
export async function judgeCertificate(
  ctx: Ctx,
  leaf: Certificate,
  intermediates: readonly Certificate[],
): Promise<string | null> {
  const anchors = await anchorsAt(ctx.db, ctx.now)
  const input = { engine: nodeEngine, leaf, intermediates, anchors, purpose: 'signing' } as const
  const found = await validatePath({ ...input, at: ctx.now })
  if (!found.valid) return reasonOf(leaf, found, ctx.now)
  const asking = {
    fetcher: ctx.ports.revocation,
    engine: nodeEngine,
    nonce: () => ctx.random(16),
    asked: new Set<string>(),
  }
  const questions = questionsOn(found.path, anchors)
  let revocation: RevocationInput = { ocsps: [], crls: [], mode: 'required' }
  // A responder's answer may turn out to be worth nothing; the second time its issuer's list is asked for.
  for (let round = 0; round < 2; round += 1) {
    const { store, receivedAt } = await askAbout(questions, asking)
    const at = receivedAt !== null && receivedAt > ctx.now ? receivedAt : ctx.now
    revocation = {
      ocsps: [...revocation.ocsps, ...store.ocsps.map(parseOcspResponse).flatMap(okValue)],
      crls: [...revocation.crls, ...store.crls.map(parseCrl).flatMap(okValue)],
      mode: 'required',
    }
    const judged = await validatePath({ ...input, at, revocation })
    if (judged.valid) return null
    if (judged.code === 'revoked') return 'revoked'
  }
  return 'revocation-unknown'
}

function questionsOn(path: readonly Certificate[], anchors: readonly Anchor[]) {
  return path.flatMap((certificate, place) => {
    const above = anchors.find(({ name }) => namesEqual(name, certificate.issuer))?.certificate
    const issuer = path[place + 1] ?? above
    return issuer === undefined ? [] : [{ certificate, issuer }]
  })
}

function reasonOf({ notBefore, notAfter }: Certificate, { code }: PathVerdict, at: Date): string {
  if (at > notAfter) return 'certificate-expired'
  if (at < notBefore) return 'not-yet-valid'
  return code === 'no-path' ? 'no-path' : 'chain-refused'
}
