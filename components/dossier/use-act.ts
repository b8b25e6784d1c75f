'use client'
import { unstable_rethrow } from 'next/navigation'
import { useActionState, useContext } from 'react'
import { useHasScript } from '@/components/ui/has-script'
import { typedValues } from '@/lib/kernel'
import type { DomainError } from '@/lib/kernel'
import { KeptValues } from './kept-typing'

export type ActState = { error: DomainError | null; values: Record<string, string> }
export type ActAction = (state: ActState, form: FormData) => Promise<ActState>

/**
 * An act and its last refusal, which may be of before this page was drawn. Where script runs, an outage is told on the form, which
 * stays with all that was typed.
 */
export function useAct(action: ActAction, refused: ActState | null = null) {
  const values = useContext(KeptValues)
  // Without script the form must send the action itself.
  return useActionState(useHasScript() ? withOutageMessage(action) : action, refused ?? { error: null, values })
}

function withOutageMessage(action: ActAction): ActAction {
  return async (state, form) => {
    try {
      return await action(state, form)
    } catch (fault) {
      // A redirect travels as a fault, too.
      unstable_rethrow(fault)
      return { error: { code: 'unavailable' }, values: typedValues(form) }
    }
  }
}
