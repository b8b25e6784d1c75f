import { existsSync } from 'node:fs'
import type { Arrows } from './arrows'
import { arrowsOf, usersOf, withoutDetours } from './arrows'
import { FLOORS, ROOF, ROOMS } from './floor-table'
import type { Import } from './imports'
import { importsUnder } from './imports'
import { markdownTable } from './markdown-table'

const HOUSE = ['app', 'components', 'lib', 'db']

/** `docs/structure.md`: the rooms of the house and of its largest modules, as the code stands. */
export function structurePage(): string {
  const imports = importsUnder(HOUSE)
  const floors = standing()
  const arrows = arrowsOf(imports, floors.flat(), roomOfHouse)
  return [
    '# The structure, as the code stands',
    'Drawn by `npm run draw` from the imports of every file but tests and fixtures (type imports count). A room stands above all it uses.',
    'Change the code, not this page; a test says when it is out of date. The rules it is held to are in `lib/checks/floors.cjs`.',
    '## The house',
    'An arrow goes from a room to one it uses. Where another way leads to the same room the arrow is left out; the table has them all.',
    drawing(floors, withoutDetours(arrows)),
    table(floors, arrows),
    ...Object.keys(ROOMS).map((home) => insideOf(home, imports)),
  ]
    .join('\n\n')
    .concat('\n')
}

/** Every floor with the rooms that are there already; entrances stand below the programs that serve them. */
function standing(): string[][] {
  const inLib = FLOORS.map((rooms) => rooms.map((room) => `lib/${room}`).filter((room) => existsSync(room)))
  const roof = ROOF.map((rooms) => rooms.map((room) => `lib/${room}`))
  return [['db'], ...inLib.slice(0, -1), ['components'], ['app'], ...inLib.slice(-1), ...roof]
}

/** `lib/<room>`, or the folder itself where it is one room. */
function roomOfHouse(path: string): string | null {
  const [top = '', room = ''] = path.split('/')
  return top === 'lib' ? `lib/${room}` : HOUSE.includes(top) ? top : null
}

function insideOf(home: string, imports: readonly Import[]): string {
  const { pure = [], above = [] } = ROOMS[home] ?? {}
  const floors = [...pure, ...above]
  const rooms = floors.flat()
  const roomOf = (path: string) => {
    const room = path.startsWith(`${home}/`) ? (path.slice(home.length + 1).split('/')[0] ?? '') : ''
    return rooms.includes(room) ? room : null
  }
  const arrows = arrowsOf(imports, rooms, roomOf)
  return [`## Inside ${home}`, drawing(floors, withoutDetours(arrows))].join('\n\n')
}

/** A mermaid drawing, one frame a floor, the ground at the bottom. */
function drawing(floors: readonly (readonly string[])[], arrows: Arrows): string {
  const idOf = (room: string) => room.replace(/[^a-z0-9]/g, '_')
  const frames = floors.map((rooms, height) => {
    const nodes = rooms.map((room) => `    ${idOf(room)}["${room.replace('lib/', '')}"]`)
    return [`  subgraph floor${String(height)}[" "]`, '    direction LR', ...nodes, '  end'].join('\n')
  })
  const lines = [...arrows].flatMap(([user, used]) =>
    [...used].sort().map((lower) => `  ${idOf(user)} --> ${idOf(lower)}`),
  )
  return ['```mermaid', 'flowchart TB', ...frames.toReversed(), ...lines, '```'].join('\n')
}

function table(floors: readonly (readonly string[])[], arrows: Arrows): string {
  const rows = floors.flatMap((rooms, height) =>
    rooms.map((room) => [String(height), room, short(arrows.get(room) ?? []), short(usersOf(arrows, room))]),
  )
  return markdownTable(['floor', 'room', 'uses', 'used by'], rows.toReversed())
}

function short(rooms: Iterable<string>): string {
  const names = [...rooms].map((room) => room.replace('lib/', '')).sort()
  return names.length === 0 ? '–' : names.join(', ')
}
