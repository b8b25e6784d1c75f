import { pathToFileURL } from 'node:url'
import { signPdf, validatePdf } from '../lib/pades'
import { openFileSource } from '../lib/pades/node-file'
import { ca, machinery, NOW, person, unique } from '../lib/pades/test-documents'
import { signerOf } from '../lib/pades/test-pki'

/** Signs a file without storing the result. */
export async function signOnly(path: string): Promise<void> {
  const source = await openFileSource(path)
  const request = { source, signer: signerOf(person, [ca]), plan: { unique: unique(), at: NOW } }
  const result = await signPdf(request, machinery)
  await source.close()
  if (!result.ok) throw new Error(result.error.detail)
}

/** Without anchors: the certificates of this process are not those the file was signed with. */
async function validateOnly(path: string): Promise<void> {
  const source = await openFileSource(path)
  const result = await validatePdf({ source, at: NOW, anchors: [], ...machinery })
  await source.close()
  if (!result.ok || result.value.signatures.some((signature) => !signature.intact)) throw new Error('not intact')
}

const [, script = '', what, path] = process.argv
if (path !== undefined && import.meta.url === pathToFileURL(script).href) {
  await (what === 'sign' ? signOnly(path) : validateOnly(path))
  process.stdout.write(String(process.resourceUsage().maxRSS))
}
