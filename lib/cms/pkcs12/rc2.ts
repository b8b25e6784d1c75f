/** RC2 (RFC 2268), kept only because PKCS#12 files of Windows and old tools lock their certificates with it. */

const PI =
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
  'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
  '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
  '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
  '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
  'c5f3db47e5a59c770aa62068fe7fc1ad'
const PI_TABLE = Uint8Array.from({ length: 256 }, (_, i) => Number.parseInt(PI.slice(2 * i, 2 * i + 2), 16))

const pi = (index: number): number => PI_TABLE[index & 255] ?? 0

/** RFC 2268 section 2: 64 words of 16 bits. */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const octets = new Uint8Array(128)
  octets.set(key)
  const length = key.length
  for (let i = length; i < 128; i += 1) octets[i] = pi((octets[i - 1] ?? 0) + (octets[i - length] ?? 0))
  const effective = (effectiveBits + 7) >> 3
  octets[128 - effective] = pi((octets[128 - effective] ?? 0) & (0xff >> (8 * effective - effectiveBits)))
  for (let i = 127 - effective; i >= 0; i -= 1) octets[i] = pi((octets[i + 1] ?? 0) ^ (octets[i + effective] ?? 0))
  return Uint16Array.from({ length: 64 }, (_, i) => (octets[2 * i] ?? 0) | ((octets[2 * i + 1] ?? 0) << 8))
}

const ROTATIONS = [1, 2, 3, 5]

function unmix(words: Uint16Array, key: Uint16Array, round: number): void {
  for (let i = 3; i >= 0; i -= 1) {
    const by = ROTATIONS[i] ?? 0
    const word = words[i] ?? 0
    const turned = ((word >>> by) | (word << (16 - by))) & 0xffff
    const [a, b, c] = [words[(i + 3) & 3] ?? 0, words[(i + 2) & 3] ?? 0, words[(i + 1) & 3] ?? 0]
    words[i] = turned - (key[4 * round + i] ?? 0) - (a & b) - (~a & c)
  }
}

function unmash(words: Uint16Array, key: Uint16Array): void {
  for (let i = 3; i >= 0; i -= 1) words[i] = (words[i] ?? 0) - (key[(words[(i + 3) & 3] ?? 0) & 63] ?? 0)
}

const swap16 = (word: number): number => ((word & 0xff) << 8) | ((word >>> 8) & 0xff)

/**
 * The block decryption of RC2.
 * @param key 1 to 128 octets
 * @param effectiveBits 1 to 1024
 * @returns a function over 64-bit blocks given as two big-endian words
 */
export function rc2Decryption(key: Uint8Array, effectiveBits: number): (block: [number, number]) => [number, number] {
  const expanded = expandKey(key, effectiveBits)
  return ([left, right]) => {
    const words = Uint16Array.of(swap16(left >>> 16), swap16(left), swap16(right >>> 16), swap16(right))
    for (let round = 15; round >= 0; round -= 1) {
      unmix(words, expanded, round)
      if (round === 11 || round === 5) unmash(words, expanded)
    }
    const [a = 0, b = 0, c = 0, d = 0] = words
    return [(swap16(a) << 16) | swap16(b), (swap16(c) << 16) | swap16(d)]
  }
}
