import type { ProcedureDefinition } from '@/lib/catalogue'
import { LONGEST } from '@/lib/dossiers'
import type { Dossier, DossierResult, PagedCommand } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { ActFieldSpec } from './act-field'
import { DESK_WORDS as D } from './desk-words'
import { DOSSIER_WORDS as W } from './words'

export type ActContext = {
  dossier: Dossier
  definition: ProcedureDefinition
  result: DossierResult | null
  officers: { userId: string; name: string; unitId: string; unitName: string }[]
  locale: Locale
}

/** The questions of each act's page; the supplement request has a form of its own. */
export function actFields(command: Exclude<PagedCommand, 'requestSupplement'>, context: ActContext): ActFieldSpec[] {
  switch (command) {
    case 'rejectIntake':
      return [
        groundField(context),
        reasonField(context.locale),
        {
          kind: 'textarea',
          name: 'guidance',
          label: say(W.guidance, context.locale),
          hint: say(D.guidanceHint, context.locale),
          max: LONGEST.guidance,
        },
      ]
    case 'assign':
      return [assigneeField(context)]
    case 'draftResult':
      return resultFields(context)
    case 'sendBack':
      return [{ ...reasonField(context.locale), hint: say(D.sendBackHint, context.locale) }]
    case 'agreeWithdrawal':
      return [reasonField(context.locale)]
    case 'refuseWithdrawal':
      return [{ ...reasonField(context.locale), hint: say(D.refuseWithdrawalHint, context.locale) }]
  }
}

function reasonField(locale: Locale, defaultValue?: string): ActFieldSpec {
  return {
    kind: 'textarea',
    name: 'reason',
    label: say(W.reason, locale),
    hint: say(D.reasonHint, locale),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  }
}

/** A refusal rests on a ground of the procedure's own list, never on free text alone. */
function groundField({ definition, locale }: ActContext): ActFieldSpec {
  const options = definition.refusalGrounds.map((ground) => ({
    value: ground.words.vi,
    label: say(ground.words, locale),
  }))
  return { kind: 'select', name: 'ground', label: say(W.ground, locale), options }
}

function assigneeField({ officers, dossier, locale }: ActContext): ActFieldSpec {
  const options = officers
    .filter(({ userId }) => userId !== dossier.assigneeId)
    .map(({ userId, name, unitId, unitName }) => ({ value: `${userId}~${unitId}`, label: name, hint: unitName }))
  return { kind: 'radio', name: 'to', label: say(D.assignTo, locale), options }
}

function resultFields(context: ActContext): ActFieldSpec[] {
  const { result, locale } = context
  const outcomes = [
    { value: 'granted', label: say(W.granted, locale) },
    { value: 'denied', label: say(W.denied, locale) },
  ]
  const ground = groundField(context)
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: say(D.outcome, locale),
      options: outcomes,
      defaultValue: result?.outcome ?? 'granted',
    },
    {
      ...ground,
      hint: say(D.groundHint, locale),
      ...(result?.ground == null ? {} : { defaultValue: result.ground }),
    },
    { ...reasonField(locale, result?.reason), max: LONGEST.resultReason },
  ]
}
