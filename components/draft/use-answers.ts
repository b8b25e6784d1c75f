'use client'
import { useMemo, useState } from 'react'
import { agencyPaths } from '@/lib/agencies'
import type { Answers, Place, Scope } from '@/lib/forms'

/** The answers as they stand in the browser, and the communes of the provinces chosen here. */
export function useAnswers(scope: Scope) {
  const [answers, setAnswers] = useState<Answers>(scope.answers)
  const [loaded, setLoaded] = useState<Readonly<Record<string, readonly Place[]>>>({})
  const live = useMemo(() => withWards({ ...scope, answers }, loaded), [scope, answers, loaded])
  const followProvince = (code: string) => {
    if (code === '' || live.places?.wards[code] !== undefined) return
    void loadWards(code).then((wards) => {
      if (wards.length > 0) setLoaded((before) => ({ ...before, [code]: wards }))
    })
  }
  return { live, setAnswers, followProvince }
}

function withWards(scope: Scope, loaded: Readonly<Record<string, readonly Place[]>>): Scope {
  const { places } = scope
  return places === undefined ? scope : { ...scope, places: { ...places, wards: { ...places.wards, ...loaded } } }
}

/** None where the network is away: the question then still asks for a commune. */
async function loadWards(provinceCode: string): Promise<readonly Place[]> {
  const answer = await fetch(agencyPaths.wards(provinceCode)).catch(() => null)
  const body: unknown = answer?.ok ? await answer.json() : []
  return Array.isArray(body) ? body.flatMap((place: unknown) => (isPlace(place) ? [place] : [])) : []
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'code' in value && 'name' in value
}
