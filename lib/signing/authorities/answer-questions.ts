import 'server-only'
import type { z } from 'zod'
import { nodeEngine } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import { parseCertificate, validatePath } from '@/lib/trust'
import type { Anchor, Certificate } from '@/lib/trust'
import { anchorsAt } from '../trust-store/repository'
import type { issuersWanted, revocationQuestions } from '../protocol/check-messages'
import { knownIssuers } from './issuers'
import { fetchRevocation, responderKey } from './revocation'
import type { OpenQuestion } from '../judging/open-questions'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The roots trusted now, for a browser that judges by itself. */
export async function rootsForBrowser(ctx: Ctx) {
  const anchors = await anchorsAt(ctx.db, ctx.now)
  const roots = anchors.flatMap(({ set, certificate }) =>
    certificate === undefined ? [] : [{ set, certificate: base64(certificate.der) }],
  )
  return { now: ctx.now.toISOString(), roots }
}

/**
 * Asks authorities on behalf of a browser. Only about certificates on a path to a trusted root, so that nobody makes the
 * portal call an address of their own.
 */
export async function answerQuestions(ctx: Ctx, { round, questions }: z.infer<typeof revocationQuestions>) {
  const anchors = await anchorsAt(ctx.db, ctx.now)
  const parsedQuestions = questions.flatMap(({ certificate, issuer }) => {
    const [own, above] = [parseCertificate(certificate), parseCertificate(issuer)]
    return own.ok && above.ok ? [{ certificate: own.value, issuer: above.value }] : []
  })
  const above = parsedQuestions.map(({ issuer }) => issuer)
  const judged = await Promise.all(
    parsedQuestions.map((question) => questionOnTrustedPath(question, above, { anchors, now: ctx.now })),
  )
  const open = judged.filter((question) => question !== null)
  const askedKeys = new Set(round === 1 ? [] : open.map(responderKey))
  const asking = { fetcher: ctx.ports.revocation, engine: nodeEngine, nonce: () => ctx.random(16), askedKeys }
  const { store, receivedAt } = await fetchRevocation(open, asking)
  return {
    receivedAt: receivedAt?.toISOString() ?? null,
    ocsps: store.ocsps.map(base64),
    crls: store.crls.map(base64),
  }
}

/** Issuers a browser misses, as far as they were fetched before; a job fetches the rest from public addresses. */
export async function findIssuers(ctx: Ctx, { certificates }: z.infer<typeof issuersWanted>) {
  const missing = certificates.flatMap((der) => {
    const parsed = parseCertificate(der)
    return parsed.ok ? [parsed.value] : []
  })
  const issuers = await knownIssuers(ctx, missing)
  return { certificates: issuers.certificates.map(base64), isPending: issuers.isPending }
}

/** The question with the issuer that really is on its path; null where no path leads to a trusted root. */
async function questionOnTrustedPath(
  { certificate }: OpenQuestion,
  intermediates: readonly Certificate[],
  { anchors, now }: { anchors: readonly Anchor[]; now: Date },
): Promise<OpenQuestion | null> {
  // An expired certificate's list may still be needed: it is looked at on its last day.
  const at = now > certificate.notAfter ? certificate.notAfter : now
  const verdict = await validatePath({ engine: nodeEngine, leaf: certificate, intermediates, anchors, at })
  if (!verdict.valid) return null
  const issuer = verdict.path[1] ?? verdict.anchor?.certificate
  return issuer === undefined ? null : { certificate, issuer }
}
