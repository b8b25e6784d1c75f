/** What a certificate signs to sign in: the address it is for is part of it, so that no other site can pass it on. */
export function signInText(origin: string, challenge: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`Đăng nhập bằng chứng thư số tại ${origin}\n${challenge}`)
}
