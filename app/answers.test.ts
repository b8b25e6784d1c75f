import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answers } from './answers'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
const routesOf = (file: RegExp) =>
  files
    .filter((name) => file.test(name))
    .map((name) => path.dirname(name).split(path.sep))
    .map((parts) => `/${parts.filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`)

const patternOf = (route: string) => new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`)

describe('what is answered without Next’s router', () => {
  it('is every answer of app/, each at the route of its folder', () => {
    expect(Object.keys(answers).toSorted()).toEqual(routesOf(/(^|\/)answer\.tsx?$/).toSorted())
  })

  it('hides no route of Next’s', () => {
    const hidden = routesOf(/(^|\/)(page\.tsx|route\.tsx?)$/).filter((route) =>
      Object.keys(answers).some((own) => patternOf(own).test(route.replaceAll(/\[[^\]]+\]/g, 'x'))),
    )
    expect(hidden).toEqual([])
  })

  it('asks for headers and cookies where both kinds of request are known', () => {
    for (const file of files.filter((name) => /(^|\/)answer\.tsx?$/.test(name)))
      expect(readFileSync(path.join('app', file), 'utf8'), file).not.toMatch(/from 'next\/(headers|navigation)'/)
  })

  it.each(Object.entries(answers))('%s answers something', (_, methods) => {
    expect(Object.keys(methods).filter((name) => !['GET', 'POST'].includes(name))).toEqual([])
    expect(Object.keys(methods).length).toBeGreaterThan(0)
  })
})
