/** Which news came while something was being made. */
export type NewsMeanwhile = {
  /** Whether they spoke of one of the tags. */
  spokeOf: (tags: readonly string[]) => boolean
  /** Whether some may not have been heard. */
  wereMissed: () => boolean
}

export type NewsWatch = {
  /** Makes something; it is told of all news until it is made, however many come. */
  during: <Value>(make: (news: NewsMeanwhile) => Promise<Value>) => Promise<Value>
  changed: (tag: string) => void
  missed: () => void
}

export function createNewsWatch(): NewsWatch {
  const watches = new Set<{ tags: Set<string>; hasMissed: boolean }>()
  return {
    async during(make) {
      const watch = { tags: new Set<string>(), hasMissed: false }
      watches.add(watch)
      try {
        return await make({
          spokeOf: (tags) => tags.some((tag) => watch.tags.has(tag)),
          wereMissed: () => watch.hasMissed,
        })
      } finally {
        watches.delete(watch)
      }
    },
    changed(tag) {
      for (const { tags } of watches) tags.add(tag)
    },
    missed() {
      for (const watch of watches) watch.hasMissed = true
    },
  }
}
