export type BlockDecryption = (block: [number, number]) => [number, number]

/**
 * CBC over 64-bit blocks with PKCS#7 padding taken off.
 * @returns null where the length or the padding cannot come from a right key
 */
export function cbcDecrypt(
  decryption: BlockDecryption,
  iv: Uint8Array,
  data: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  if (data.length === 0 || data.length % 8 !== 0 || iv.length !== 8) return null
  const out = new Uint8Array(data.length)
  const input = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const output = new DataView(out.buffer)
  const start = new DataView(iv.buffer, iv.byteOffset, iv.byteLength)
  let [left, right] = [start.getUint32(0), start.getUint32(4)]
  for (let at = 0; at < data.length; at += 8) {
    const block: [number, number] = [input.getUint32(at), input.getUint32(at + 4)]
    const plain = decryption(block)
    output.setUint32(at, plain[0] ^ left)
    output.setUint32(at + 4, plain[1] ^ right)
    ;[left, right] = block
  }
  return unpad(out)
}

function unpad(padded: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const count = padded.at(-1) ?? 0
  if (count < 1 || count > 8) return null
  const right = padded.subarray(-count).every((octet) => octet === count)
  return right ? padded.slice(0, -count) : null
}
