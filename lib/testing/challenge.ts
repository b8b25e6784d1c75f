import { signDigest } from '@/lib/pades'
import { nodeEngine } from '@/lib/pades/server'
import type { TestPki } from './pki'
import { signerOf } from './signed-pdf'

/** A detached CMS signature over `content` with a PKCS#12 of the test authorities, as a browser makes it to sign in. */
export async function aSignedText(
  pki: TestPki,
  content: Uint8Array<ArrayBuffer>,
  { holder, password }: { holder: string; password: string },
): Promise<Uint8Array> {
  const signer = await signerOf(await pki.file(`/p12/${holder}.p12`), password)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  const cms = await signDigest(digest, { signer }, nodeEngine)
  if (!cms.ok) throw new Error(`${cms.error.code}: ${cms.error.detail}`)
  return cms.value
}
