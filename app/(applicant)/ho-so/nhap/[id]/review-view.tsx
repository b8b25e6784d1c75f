import 'server-only'
import type { ReactNode } from 'react'
import { FORM_INPUT } from '@/components/draft/draft-forms'
import { mendPlaces } from '@/components/draft/mend-places'
import { ReviewPage } from '@/components/draft/review-page'
import { SupplementPage } from '@/components/draft/supplement-page'
import { itemKey, paths } from '@/lib/dossiers'
import type { SupplementRound } from '@/lib/dossiers'
import { contentMark, missingIn, reviewOf, roundInBuffer } from '@/lib/dossiers/server'
import type { OpenSupplement } from '@/lib/dossiers/server'
import { refusalOf } from '@/lib/errors'
import type { Locale } from '@/lib/i18n'
import { island } from '../../../../html-page'
import type { DraftOnPage } from './draw-draft'
import type { RefusedForm } from './put-back-typing'

/** What became of what was sent from the page. */
export type Sending = {
  refused: RefusedForm | null
  /** Somebody asked for it to be handed in, and it was not. */
  isStillToDo: boolean
}

/** The review of a draft, or of a supplement, with its forms. */
export function reviewView({ ctx, opened }: DraftOnPage, sending: Sending): Promise<ReactNode> {
  const { supplement } = opened
  return supplement === null
    ? firstReview({ ctx, opened }, sending)
    : supplementReview({ ctx, opened: { ...opened, supplement } }, sending)
}

async function firstReview({ ctx, opened }: DraftOnPage, { refused, isStillToDo }: Sending): Promise<ReactNode> {
  const { locale } = ctx
  const review = reviewOf(ctx, opened)
  const submit = await island('submit-form', {
    handsIn: { name: 'nop', content: contentMark(opened) },
    refused: refusalOfForm(refused, 'nop', locale),
    isReady: review.missing.length === 0,
    places: mendPlaces(opened.draft.id, opened.journey, opened.definition.documents),
    locale,
  })
  return <ReviewPage {...{ opened, submit, isStillToDo, locale }} {...review} />
}

type Supplement = { ctx: DraftOnPage['ctx']; opened: DraftOnPage['opened'] & { supplement: OpenSupplement } }

async function supplementReview({ ctx, opened }: Supplement, { refused }: Sending): Promise<ReactNode> {
  const { locale } = ctx
  const { draft, journey, documents, supplement } = opened
  const missing = missingIn(opened)
  const round = await roundInBuffer(ctx, opened)
  const [forms, submit] = await Promise.all([
    explainForms(draft.id, round, { refused, locale }),
    island('submit-form', {
      handsIn: { name: 'bo-sung', dossierId: supplement.dossier.id },
      refused: refusalOfForm(refused, 'bo-sung', locale),
      isReady: missing.length === 0,
      places: mendPlaces(draft.id, journey, documents),
      locale,
    }),
  ])
  return <SupplementPage {...{ opened, round, missing, submit, locale }} explain={(item) => forms.get(itemKey(item))} />
}

type Telling = { refused: RefusedForm | null; locale: Locale }

/** Beside each item the form that says why it is not mended. */
async function explainForms(draftId: string, { items }: SupplementRound, { refused, locale }: Telling) {
  const forms = items.map(async ({ item, explanation }): Promise<[string, ReactNode]> => {
    const about = itemKey(item)
    const isRefused = refused !== null && refused.values['muc'] === about
    const form = await island('explain-form', {
      ...{ action: paths.draftReview(draftId), about, explanation, locale },
      refused: isRefused ? { refusal: refusalOf(refused.error, locale), typed: refused.values['lyDo'] ?? '' } : null,
    })
    return [about, form]
  })
  return new Map(await Promise.all(forms))
}

const refusalOfForm = (refused: RefusedForm | null, name: 'nop' | 'bo-sung', locale: Locale) =>
  refused?.values[FORM_INPUT] === name ? refusalOf(refused.error, locale) : null
