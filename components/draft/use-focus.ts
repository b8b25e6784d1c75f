'use client'
import { useEffect, useRef } from 'react'

type Aim = { id: string; isTyping: boolean }

/** Leads the focus to something that is only being drawn: its first input, or itself. */
export function useFocusOn(): (aim: Aim) => void {
  const aim = useRef<Aim | null>(null)
  useEffect(() => {
    if (aim.current === null) return
    const { id, isTyping } = aim.current
    const place = document.getElementById(id)
    const input = isTyping ? place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') : null
    aim.current = null
    ;(input ?? place)?.focus()
  })
  return (next) => {
    aim.current = next
  }
}
