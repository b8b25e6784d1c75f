/** RC4 applied to `data` with `key` (1 to 256 octets); encrypting and decrypting are the same. Read-only legacy of PKCS#12. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i)
  const at = (i: number): number => state[i & 255] ?? 0
  const swap = (i: number, j: number): void => {
    const swapped = at(i)
    state[i] = at(j)
    state[j] = swapped
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let [i, j] = [0, 0]
  return Uint8Array.from(data, (octet) => {
    i = (i + 1) & 255
    j = (j + at(i)) & 255
    swap(i, j)
    return octet ^ at(at(i) + at(j))
  })
}
