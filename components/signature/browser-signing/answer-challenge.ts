import { accountPaths } from '@/lib/accounts'
import type { Text } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { signDigest, SIGNING_FAULT_WORDS } from '@/lib/pades'
import { challengeText } from '@/lib/signing'
import type { ChallengePurpose } from '@/lib/signing'
import { webEngine } from '@/lib/trust'
import type { OpenedKey } from '../key/open-key'
import { base64Of, responseWords } from '../server-words'
import { SIGN_WORDS } from '../words'

const PATIENCE_MS = 30_000

type Question = ChallengePurpose & { challenge: string }

/** Signs the challenge of a sign-in or a confirmation on this device and sends only the signature. */
export async function answerChallenge(
  { challenge, ...purpose }: Question,
  { signer }: OpenedKey,
): Promise<Result<null, Text>> {
  const content = challengeText(location.origin, purpose, challenge)
  const digest = new Uint8Array(await crypto.subtle.digest(signer.algorithm.digest, content))
  const cms = await signDigest(digest, { signer }, webEngine)
  if (!cms.ok) return err(SIGNING_FAULT_WORDS[cms.error.code])
  try {
    const body = JSON.stringify({ ...purpose, challenge, signature: base64Of(cms.value) })
    const headers = { 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(accountPaths.certificateAnswer(), { method: 'POST', body, headers, signal })
    return answer.ok ? ok(null) : err(await responseWords(answer))
  } catch {
    // No answer in time, or no network.
    return err(SIGN_WORDS.connection)
  }
}
