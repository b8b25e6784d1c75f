/** Room for the last trailer with what follows it, or for the head of a cross-reference stream. */
const LOOK = 4096
const LAST = /startxref\s+(\d{1,15})\s+%%EOF\s*$/
const SECTION = /^(?:xref\b|\d{1,10}\s+\d{1,5}\s+obj\b)/
const LOCKED = /\/Encrypt[\s/<]*\d+\s+\d+\s+R|\/Encrypt\s*<</

type Read = (offset: number, length: number) => Promise<Uint8Array>

/**
 * Whether a PDF too large to be decoded ends as one does, with its last cross-reference section where it says: two reads of a
 * few KB whatever the file holds, for its tables alone could keep a process busy for seconds.
 */
export async function outlineOf(size: number, read: Read): Promise<'whole' | 'locked' | 'broken'> {
  const text = async (offset: number) => Buffer.from(await read(offset, LOOK)).toString('latin1')
  const tail = await text(Math.max(0, size - LOOK))
  const place = Number(LAST.exec(tail)?.[1] ?? size)
  const section = place < size ? (await text(place)).trimStart() : ''
  if (!SECTION.test(section)) return 'broken'
  return LOCKED.test(tail) || LOCKED.test(section.split('stream', 1)[0] ?? '') ? 'locked' : 'whole'
}
