import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { withLateScripts } from './late-scripts'

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('a page whose scripts come late', () => {
  const html =
    '<html><head><link rel="preload" as="script" href="/a.js"/><script src="/b.js" async="" nonce="n"></script></head>' +
    '<body><!--$--><p>Tệp</p><!--/$--><script type="application/ld+json">{}</script><script nonce="n">self.x=["đ"]</script></body></html>'
  const page = withLateScripts(html)

  test('carries them where a browser leaves them alone, and all that React wrote', () => {
    expect(page?.html).toContain(
      '<head><script type="text/late" src="/b.js" async=""></script></head><body><!--$--><p>Tệp</p><!--/$-->' +
        '<script type="application/ld+json">{}</script><script type="text/late">self.x=["đ"]</script><script>(',
    )
  })

  test('is sent under a policy that allows these scripts, the one that begins them, and no other', () => {
    const starter = /<script>([\s\S]*)<\/script><\/body><\/html>$/.exec(page?.html ?? '')?.[1] ?? ''
    expect(page?.policy).toContain(`script-src ${digest(starter)} ${digest('self.x=["đ"]')} 'strict-dynamic' 'wasm-un`)
    expect(page?.policy).not.toMatch(/script-src[^;]*('self'|unsafe-inline|unsafe-eval'? )/)
  })

  test('has a starter that stands by itself', () => {
    const starter = /<script>([\s\S]*)<\/script><\/body>/.exec(page?.html ?? '')?.[1] ?? ''
    const document = { querySelector: () => null }
    expect(() => runInNewContext(starter, { document }) as unknown).not.toThrow()
    expect(starter.length).toBeLessThan(4_000)
  })

  test('is refused where a part would only come by script', () => {
    expect(withLateScripts('<p>a</p><template id="B:0"></template>')).toBeNull()
  })
})
