/** What a certificate is asked to prove itself for: to sign in, or to confirm one session; and where that leads. */
export type ChallengePurpose = { isStepUp: boolean; tiep: string }

/**
 * What a certificate signs: which site, what for and what comes after are part of it, so that no other site can pass it on and
 * no answer to one question is one to another.
 */
export function challengeText(
  origin: string,
  { isStepUp, tiep }: ChallengePurpose,
  challenge: string,
): Uint8Array<ArrayBuffer> {
  const what = isStepUp ? 'Xác nhận lại phiên đăng nhập bằng chứng thư số' : 'Đăng nhập bằng chứng thư số'
  return new TextEncoder().encode(`${what} tại ${origin}, để tiếp tục ở ${tiep}\n${challenge}`)
}
