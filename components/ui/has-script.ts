'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether script runs here: false on the server and until the page is taken over. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
