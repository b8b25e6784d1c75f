import { ok } from '@/lib/kernel'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { readable, typedText } from './text'

/** The addresses HTML's own input accepts, and a dot in the domain; 254 characters at most (RFC 5321). */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

export const email: Kind = {
  takes: [],
  parts: [],
  blank: 'required',
  parse(raw) {
    const text = readable(raw, { lines: false, max: 254 })
    if (!text.ok) return text
    if (text.value === '') return ok(undefined)
    const [local = '', domain = ''] = text.value.split('@')
    return EMAIL.test(text.value) ? ok(`${local}@${domain.toLowerCase()}`) : fault('email')
  },
  show: (value) => asIs(typedText(value)),
}
