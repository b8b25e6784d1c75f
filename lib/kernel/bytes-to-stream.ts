/** Bytes in memory as the stream a store takes. */
export async function* bytesToStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
