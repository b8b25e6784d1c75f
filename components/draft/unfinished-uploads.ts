type Stored = { key: string; name: string; url: string }

/** What tus-js-client has written down about uploads whose fingerprint begins with `prefix`. */
function storedUploads(prefix: string): Stored[] {
  const begin = `tus::${prefix}`
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(begin))
    .flatMap((key) => {
      const written: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      const url = typeof written === 'object' && written !== null && 'uploadUrl' in written ? written.uploadUrl : null
      const name = decodeURIComponent(key.slice(begin.length).split(':')[0] ?? '')
      return typeof url === 'string' && name !== '' ? [{ key, name, url }] : []
    })
}

/** Whether the server holds a beginning of it; undefined when nobody can say now. */
async function isBegun(url: string): Promise<boolean | undefined> {
  const answer = await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } }).catch(() => null)
  if (answer?.ok) return true
  return answer !== null && [403, 404, 410].includes(answer.status) ? false : undefined
}

/**
 * Names of the files of which the server holds a beginning. A note is believed only when the server bears it out: the
 * answer to a file's last piece may have been lost with the page.
 */
export async function unfinishedUploads(prefix: string): Promise<string[]> {
  const names = await Promise.all(
    storedUploads(prefix).map(async ({ key, name, url }) => {
      const begun = await isBegun(url)
      if (begun === false) localStorage.removeItem(key)
      return begun === true ? [name] : []
    }),
  )
  return [...new Set(names.flat())]
}
