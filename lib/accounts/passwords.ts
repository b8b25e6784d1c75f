import { argon2id, argon2Verify } from 'hash-wasm'

/** OWASP's second profile for argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }

/** argon2id in PHC form; `salt` is 16 random bytes. */
export function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  return argon2id({ ...COST, password: password.normalize('NFC'), salt, outputType: 'encoded' })
}

/** What nothing typed is compared as; the hash function takes no empty password. */
const BLANK = ' '

let unmatchable: Promise<string> | undefined

/** Takes the same time for an account that does not exist (`hash` undefined), and is then false. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  unmatchable ??= hashPassword(BLANK, new Uint8Array(16))
  const isRight = await argon2Verify({
    password: password.normalize('NFC') || BLANK,
    hash: hash ?? (await unmatchable),
  })
  return isRight && hash !== undefined
}
