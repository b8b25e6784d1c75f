import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { LookUpForm } from '@/components/catalogue/look-up-form'
import { type LookUpAnswer, LookUpResult } from '@/components/catalogue/look-up-result'
import { CATALOGUE_WORDS } from '@/components/catalogue/words'
import { Column } from '@/components/layout/frame'
import { PageHeader } from '@/components/ui/page-header'
import { STATES, type State } from '@/lib/dossiers'
import { lookUp } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import { placeholder, TEMPLATE_HEADER } from '@/lib/pages'
import { requestContext } from '@/lib/runtime/server'

export const metadata: Metadata = { robots: { index: false } }

const isState = (value: string): value is State => Object.hasOwn(STATES, value)

function answerOfKind(kind: string): LookUpAnswer {
  const code = placeholder('code')
  const [state = '', reached] = kind.split('-')
  return isState(state) ? { code, state, reached: Number(reached) } : { code, state: null }
}

/** The answer to a code; to the page cache, which names a kind of answer, one with its place-holder. */
async function answerTo(ctx: Awaited<ReturnType<typeof requestContext>>, code: string): Promise<LookUpAnswer> {
  const kind = (await headers()).get(TEMPLATE_HEADER)
  if (kind !== null) return answerOfKind(kind)
  return (await lookUp(ctx, code)) ?? { code, state: null }
}

export default async function LookUpPage({ searchParams }: { searchParams: Promise<{ ma?: string | string[] }> }) {
  const ctx = await requestContext()
  const code = String((await searchParams).ma ?? '')
    .trim()
    .slice(0, 60)
  const answer = code === '' ? null : await answerTo(ctx, code)
  return (
    <Column width="reading">
      <PageHeader title={say(CATALOGUE_WORDS.lookUpTitle, ctx.locale)} />
      <LookUpForm id="ma" locale={ctx.locale} value={answer?.code ?? ''} />
      <div className="mt-8">{answer && <LookUpResult answer={answer} locale={ctx.locale} />}</div>
    </Column>
  )
}
