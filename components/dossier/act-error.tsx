import { refusalOf } from '@/lib/errors'
import type { Locale } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'
import { RefusalNotice } from './refusal-notice'

type Props = {
  error: DomainError | null
  labelOf?: (path: string) => string | undefined
  locale: Locale
  reloadHref: string
}

/** Why an act was refused. */
export function ActError({ error, ...rest }: Props) {
  return error === null ? null : <RefusalNotice refusal={refusalOf(error, rest.locale)} {...rest} />
}
