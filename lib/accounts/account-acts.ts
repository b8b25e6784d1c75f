import { z } from 'zod'

/** What somebody does on the page of their account, by the value of the one input that says which. */
export const ACCOUNT_ACTS = {
  endSession: 'ket-thuc-phien',
  endOtherSessions: 'ket-thuc-phien-khac',
  chooseLanguage: 'chon-ngon-ngu',
} as const
export type AccountAct = (typeof ACCOUNT_ACTS)[keyof typeof ACCOUNT_ACTS]

export const accountAct = z.enum(ACCOUNT_ACTS)

/** The name of that input. */
export const ACCOUNT_ACT_INPUT = 'viec'
