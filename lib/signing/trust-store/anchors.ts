import 'server-only'
import type { Actor } from '@/lib/access'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { parseCertificate } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'
import type { AnchorInput, AnchorPreview, TrustAnchor } from '../protocol/anchor'
import { trustPeriod } from '../protocol/anchor'
import { allAnchors, closeAnchor, fingerprintOf, insertAnchor } from './repository'

const MAX_CERTIFICATE_BYTES = 64 * 1024
const PEM = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/

/** Whom to trust is decided for the whole portal, so only those who run all of it may. */
function mayManageTrust(actor: Actor): boolean {
  return actor.kind === 'officer' && actor.grants.some(({ role }) => role === 'systemAdmin')
}

function checkPermission(ctx: Ctx): Result<null, DomainError> {
  if (ctx.actor.kind === 'anonymous') return err({ code: 'sign-in-required' })
  return mayManageTrust(ctx.actor) ? ok(null) : err({ code: 'forbidden' })
}

export async function listAnchors(ctx: Ctx): Promise<Result<TrustAnchor[], DomainError>> {
  const may = checkPermission(ctx)
  return may.ok ? ok(await allAnchors(ctx.db)) : may
}

/** What a chosen file holds, to be compared with what the authority publishes before anybody trusts it. */
export function previewAnchor(ctx: Ctx, file: Uint8Array, input: AnchorInput): Result<AnchorPreview, DomainError> {
  const may = checkPermission(ctx)
  if (!may.ok) return may
  const root = readRoot(file)
  if (!root.ok) return root
  const period = trustPeriod(input, ctx.now)
  if (!period.ok) return period
  const { subject, notBefore, notAfter, der } = root.value
  return ok({ name: subject.text, fingerprint: fingerprintOf(der), notBefore, notAfter })
}

/** The certificate of a form: the file chosen (`tep`), or what was shown and confirmed (`chung-thu`, base64). */
export async function certificateIn(form: FormData): Promise<Uint8Array> {
  const [file, shown] = [form.get('tep'), form.get('chung-thu')]
  if (typeof shown === 'string') return new Uint8Array(Buffer.from(shown.slice(0, 2 * MAX_CERTIFICATE_BYTES), 'base64'))
  if (!(file instanceof File) || file.size > MAX_CERTIFICATE_BYTES) return new Uint8Array()
  return new Uint8Array(await file.arrayBuffer())
}

/** Trusts a root for the period chosen; where it is trusted within that time already, nothing changes. */
export async function addAnchor(
  ctx: Ctx,
  file: Uint8Array,
  input: AnchorInput,
): Promise<Result<{ isNew: boolean }, DomainError>> {
  const may = checkPermission(ctx)
  if (!may.ok) return may
  const root = readRoot(file)
  if (!root.ok) return root
  const period = trustPeriod(input, ctx.now)
  if (!period.ok) return period
  const { set, source } = input
  const anchor = { certificate: root.value, set, source, isSample: false, ...period.value }
  return ok({ isNew: await insertAnchor(ctx, anchor) })
}

/** Trusts a root no longer, from now on; one whose trust was still to begin is never trusted. */
export async function endAnchor(ctx: Ctx, id: string): Promise<Result<null, DomainError>> {
  const may = checkPermission(ctx)
  if (!may.ok) return may
  return (await closeAnchor(ctx, id)) ? ok(null) : err({ code: 'not-found' })
}

function readRoot(file: Uint8Array): Result<Certificate, DomainError> {
  if (file.byteLength === 0 || file.byteLength > MAX_CERTIFICATE_BYTES) return err({ code: 'certificate-unreadable' })
  const text = PEM.exec(Buffer.from(file).toString('latin1'))?.[1]
  const parsed = parseCertificate(text === undefined ? file : new Uint8Array(Buffer.from(text, 'base64')))
  if (!parsed.ok) return err({ code: 'certificate-unreadable' })
  return mayIssue(parsed.value) ? parsed : err({ code: 'not-a-certification-authority' })
}

function mayIssue({ extensions: { basicConstraints, keyUsage } }: Certificate): boolean {
  return basicConstraints?.ca === true && (keyUsage === undefined || keyUsage.has('keyCertSign'))
}
