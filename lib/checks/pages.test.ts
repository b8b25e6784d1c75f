import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { arrowsOf, usersOf, withoutDetours } from './arrows'
import { DRAWN } from './pages'
import { whoActs } from './who-acts'

describe('a page drawn from the code', () => {
  it.each(DRAWN)('$file says what the code says (else: npm run draw)', ({ file, draw }) => {
    expect(readFileSync(file, 'utf8')).toBe(draw())
  })
})

describe('the arrows between rooms', () => {
  const imports = [
    { from: 'roof/a', to: 'middle/b' },
    { from: 'roof/a', to: 'ground/c' },
    { from: 'roof/a', to: 'roof/d' },
    { from: 'middle/b', to: 'ground/c' },
    { from: 'middle/b', to: 'elsewhere/e' },
  ]
  const rooms = ['ground', 'middle', 'roof']
  const arrows = arrowsOf(imports, rooms, (path) => rooms.find((room) => path.startsWith(`${room}/`)) ?? null)

  it('are those of their files, without what stays inside or leads elsewhere', () => {
    expect(arrows).toEqual(
      new Map([
        ['ground', new Set()],
        ['middle', new Set(['ground'])],
        ['roof', new Set(['middle', 'ground'])],
      ]),
    )
    expect(usersOf(arrows, 'ground')).toEqual(['middle', 'roof'])
  })

  it('are drawn only where no other way leads', () => {
    expect(withoutDetours(arrows).get('roof')).toEqual(new Set(['middle']))
  })
})

describe('who acts', () => {
  it('names roles, those in whose hands it has to be, and who may ask a second time', () => {
    const right: Parameters<typeof whoActs>[0] = (actor, dossier) =>
      actor.kind === 'officer' &&
      actor.grants.some(
        ({ role }) =>
          role === 'unitHead' ||
          (role === 'caseOfficer' && actor.userId === dossier.assigneeId && dossier.supplementCount === 0),
      )
    expect(whoActs(right, true)).toBe('caseOfficer*, unitHead; a second time unitHead')
  })
})
