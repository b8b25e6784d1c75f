import { readdirSync, readFileSync } from 'node:fs'
import { createElement } from 'react'
import { expect, it } from 'vitest'
import { ISLANDS } from './islands'
import { renderIsland, renderPage } from './render'

it('every island has its script, which takes up that one', () => {
  const names = Object.keys(ISLANDS)
  expect(readdirSync('components/islands/browser').sort()).toEqual(names.map((name) => `${name}.ts`).sort())
  for (const name of names)
    expect(readFileSync(`components/islands/browser/${name}.ts`, 'utf8')).toContain(`hydrateIsland('${name}', `)
})

it('a page begins with its doctype, has its title in its head, and says what people typed as text', () => {
  const html = renderPage(
    createElement(
      'html',
      { lang: 'vi' },
      createElement('head'),
      createElement(
        'body',
        null,
        createElement('title', null, 'Hồ sơ'),
        createElement('p', null, '<script>alert(1)</script>'),
      ),
    ),
  )
  expect(html).toMatch(/^<!DOCTYPE html><html lang="vi"><head><title>Hồ sơ<\/title><\/head><body><p>&lt;script&gt;/)
})

const warnAt = Date.UTC(2026, 10, 30, 3, 0)

it('an island is drawn as the browser will draw it before anything has happened there', () => {
  const timer = { locale: 'vi', warnAt, idleEndsAt: warnAt + 60_000, signInHref: '/dang-nhap' } as const
  expect(renderIsland('session-timer', timer)).toMatch(/^<div aria-live="polite" class="[^"]*"><\/div>$/)
  expect(() => renderIsland('page-form', { ...form, pageId: 'two' })).toThrow('has no page two')
  expect(renderIsland('page-form', form)).toMatch(/^<form [^>]*action="\/ho-so\/nhap\/1\/one"[^>]* method="post"/)
})

it('the forms of a draft work as they are drawn: each is sent to its page, and says which it is', () => {
  const places = { draftId: 'd1', documents: [], pages: [] }
  const submit = { handsIn: { name: 'nop', content: 'm' }, refused: null, isReady: true, places, locale: 'vi' } as const
  const about = { action: '/ho-so/nhap/d1/xem-lai', about: 'document:ANH', explanation: null, refused: null } as const
  const upload = { draftId: 'd1', requirement: 'ANH', accept: 'image/png', locale: 'vi' } as const
  const review = 'action="/ho-so/nhap/d1/xem-lai" method="post"'
  expect(renderIsland('submit-form', submit)).toContain(review)
  expect(renderIsland('explain-form', { ...about, locale: 'vi' })).toContain(review)
  const box = renderIsland('upload-box', upload)
  expect(box).toMatch(/^<form [^>]*action="\/ho-so\/nhap\/d1\/giay-to\/tai-len"/)
  expect(box).toContain('<button type="submit"')
  expect(box).not.toContain(' multiple')
})

const label = { vi: 'Họ và tên', en: 'Full name' }
const form = {
  definition: { pages: [{ id: 'one', title: label, fields: [{ id: 'name', kind: 'personName', label }] }] },
  pageId: 'one',
  scope: { answers: {}, facts: {}, today: '2026-11-30' },
  ...{ seen: {}, disputes: [], issues: [], locale: 'vi', submitLabel: label },
  ...{ action: '/ho-so/nhap/1/one', saveUrl: '/api/nhap/1/one', signInHref: '/dang-nhap' },
} as const satisfies Parameters<typeof renderIsland<'page-form'>>[1]
