import { describe, expect, test } from 'vitest'
import { withoutScripts } from './scriptless'

describe('a page without its scripts', () => {
  test('keeps words, styles and fonts, loses scripts, what loads them, nonces and stream marks', () => {
    const html =
      '<head><link rel="stylesheet" href="/a.css" nonce="n" data-precedence="next"/><link rel="preload" as="script" href="/a.js"/>' +
      '<link as="script" rel="preload" href="/c.js"/><link rel="preload" as="font" href="/f.woff2"/><script src="/b.js" async=""></script></head>' +
      '<body><div hidden=""><!--$--><!--/$--></div><p>Đổi bằng lái</p><script nonce="n">self.x=["</p>"]</script></body>'
    expect(withoutScripts(html)).toBe(
      '<head><link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="preload" as="font" href="/f.woff2"/></head>' +
        '<body><div hidden=""></div><p>Đổi bằng lái</p></body>',
    )
  })

  test('keeps what stands between two scripts, and loses every kind of link to one', () => {
    const links = ['preload" as="script', 'modulepreload', 'prefetch" as="script'].map(
      (rel) => `<link rel="${rel}" href="/x"/>`,
    )
    expect(withoutScripts(`<script>1</script><p>a</p><script\n>2</script>${links.join('')}<!--&--><!--/&-->`)).toBe(
      '<p>a</p>',
    )
    expect(withoutScripts('<link rel="prefetch" href="/trang"/><scripted>')).toBe(
      '<link rel="prefetch" href="/trang"/><scripted>',
    )
    expect(withoutScripts('<template id="P:0"></template>')).toBeNull()
    expect(withoutScripts('<template id="mau"></template>')).not.toBeNull()
  })

  test('is refused where a part would only come by script', () => {
    expect(withoutScripts('<p>a</p><template id="B:0"></template>')).toBeNull()
    expect(
      withoutScripts('<!DOCTYPE html><html id="__next_error__"><body><div hidden=""></div></body></html>'),
    ).toBeNull()
  })
})
