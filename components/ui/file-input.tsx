import type { InputHTMLAttributes, Ref } from 'react'
import { type Locale, say } from '@/lib/i18n'

import { UI_WORDS } from './words'

type FileInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'required'> & {
  id: string
  locale: Locale
  ref?: Ref<HTMLInputElement>
}

/**
 * A file control in the reader's words, without script: the browser's own input lies over the whole box, so that pressing,
 * dropping and the keyboard reach it. While it is empty, which `required` makes visible to CSS, it is transparent and our
 * words show through; then it shows the file's name itself.
 */
export function FileInput({ locale, multiple = false, ...rest }: FileInputProps) {
  return (
    <div className="relative flex w-full flex-col items-start gap-x-3 gap-y-1 rounded-md border border-dashed border-edge bg-raised p-4 hover:border-action has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus sm:flex-row sm:items-center">
      <span
        aria-hidden="true"
        className="inline-flex h-11 w-40 shrink-0 items-center justify-center rounded-md border border-edge bg-band font-semibold"
      >
        {say(multiple ? UI_WORDS.chooseFiles : UI_WORDS.chooseFile, locale)}
      </span>
      <input
        type="file"
        required
        multiple={multiple}
        className="peer absolute inset-0 size-full cursor-pointer px-4 pt-17 pb-3 outline-none invalid:opacity-0 file:mr-0 file:w-0 file:border-0 file:p-0 file:opacity-0 sm:py-6 sm:pl-47"
        {...rest}
      />
      <span aria-hidden="true" className="py-1 text-ink-soft peer-valid:invisible">
        {say(UI_WORDS.noFile, locale)}
      </span>
    </div>
  )
}
