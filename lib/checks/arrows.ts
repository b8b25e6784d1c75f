/** Which room uses which: for every room those it uses directly, itself left out. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>

/** Rooms out of files: `roomOf` names the room of a path, null for what is not drawn. */
export function arrowsOf(
  imports: readonly { from: string; to: string }[],
  rooms: readonly string[],
  roomOf: (path: string) => string | null,
): Arrows {
  const arrows = new Map(rooms.map((room) => [room, new Set<string>()]))
  for (const { from, to } of imports) {
    const [user, used] = [roomOf(from), roomOf(to)]
    if (user !== null && used !== null && user !== used) arrows.get(user)?.add(used)
  }
  return arrows
}

/** Everything a room stands on, near and far. */
function below(arrows: Arrows, room: string, visited = new Set<string>()): ReadonlySet<string> {
  for (const used of arrows.get(room) ?? []) {
    if (visited.has(used)) continue
    visited.add(used)
    below(arrows, used, visited)
  }
  return visited
}

/** Only the arrows no other way leads along: all that has to be drawn to see what stands on what. */
export function withoutDetours(arrows: Arrows): Arrows {
  const direct = (used: ReadonlySet<string>) =>
    [...used].filter((room) => ![...used].some((other) => other !== room && below(arrows, other).has(room)))
  return new Map([...arrows].map(([room, used]) => [room, new Set(direct(used))]))
}

/** Who uses a room directly. */
export function usersOf(arrows: Arrows, room: string): string[] {
  return [...arrows].flatMap(([user, used]) => (used.has(room) ? [user] : []))
}
