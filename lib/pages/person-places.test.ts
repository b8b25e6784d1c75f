import { expect, test } from 'vitest'
import { personHeader, personPlaces, personPrefix } from './people'
import { placeholder, repeated, templateOf } from './template'

const SECRET = '0123456789abcdef'.repeat(2)

test('the places of a page carry the secret, so that its template knows them and nothing else', () => {
  const places = personPlaces(personHeader('officer', SECRET))
  if (places === null) throw new Error('no places')
  expect(places.area).toBe('officer')
  expect(places.value('name')).toBe(placeholder(`${SECRET}:name`))
  expect(places.repeated('drafts')).toEqual(repeated(`${SECRET}:drafts`))
  expect(templateOf(`${places.value('name')}${placeholder('name')}`, [personPrefix(SECRET)])).toEqual([
    { value: 'name', inAddress: false },
    { text: placeholder('name') },
  ])
})

test.each([
  null,
  '',
  'officer',
  SECRET,
  ` ${SECRET}`,
  `officer ${SECRET.slice(1)}`,
  `officer ${SECRET}0`,
  `officer ${SECRET} `,
  `Officer ${SECRET}`,
  `officer  ${SECRET}`,
  `x officer ${SECRET}`,
  `officer ${SECRET.toUpperCase()}`,
])('%j asks for no places: it is somebody’s own request', (header) => {
  expect(personPlaces(header)).toBeNull()
})
