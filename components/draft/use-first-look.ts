'use client'
import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'

const CONTROLS = 'input:not([type=hidden]), select, textarea'

function isTouched(control: Element): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.defaultSelected && !option.selected)
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (!(control instanceof HTMLInputElement)) return false
  const isBox = control.type === 'radio' || control.type === 'checkbox'
  return isBox ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
}

const isVisitedAgain = () =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type !== 'navigate')

/**
 * What stands in the inputs when script begins: what was typed on a slow line before it, which is taken up, or, on the way
 * back, what the browser remembers of an earlier visit, which the server knows better.
 */
export function useFirstLook(element: RefObject<HTMLFormElement | null>, takeUp: (inputs: Element[]) => void): void {
  const look = useEffectEvent(() => {
    const touched = [...(element.current?.querySelectorAll(CONTROLS) ?? [])].filter(isTouched)
    if (touched.length === 0) return
    if (isVisitedAgain()) element.current?.reset()
    else takeUp(touched)
  })
  useEffect(() => {
    look()
  }, [])
}
