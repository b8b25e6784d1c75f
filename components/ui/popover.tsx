import type { ReactNode } from 'react'
import { type Locale, say } from '@/lib/i18n'

import { UI_WORDS } from './words'

type PopoverProps = { id: string; trigger: ReactNode; title: string; locale: Locale; children: ReactNode }

/** A dialog opened and closed by the browser itself: a confirmation, an explanation. */
export function Popover({ id, trigger, title, locale, children }: PopoverProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="inline-flex min-h-11 items-center self-start rounded-md border border-edge bg-raised px-4 py-2 font-semibold print:hidden"
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-md border border-edge bg-raised p-6 text-ink backdrop:bg-ink/40"
      >
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        <div className="mt-3 flex flex-col gap-4">{children}</div>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          className="mt-4 min-h-11 text-action underline"
        >
          {say(UI_WORDS.close, locale)}
        </button>
      </div>
    </>
  )
}
