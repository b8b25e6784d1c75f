import type { Composition } from './composition'
import { acknowledgement, composeAcknowledgement } from './kinds/acknowledgement'
import type { Acknowledgement } from './kinds/acknowledgement'
import { apologyExtension, composeApologyExtension, composeTerminationNotice, terminationNotice } from './kinds/notices'
import type { ApologyExtension, TerminationNotice } from './kinds/notices'
import { composeProcessControlSlip, processControlSlip } from './kinds/process-control-slip'
import type { ProcessControlSlip } from './kinds/process-control-slip'
import { composeReceipt, receipt } from './kinds/receipt'
import type { Receipt } from './kinds/receipt'
import { composeRefusal, refusal } from './kinds/refusal'
import type { Refusal } from './kinds/refusal'
import { composeResult, result } from './kinds/result'
import type { ResultData } from './kinds/result'
import { composeSupplementRequest, supplementRequest } from './kinds/supplement-request'
import type { SupplementRequestData } from './kinds/supplement-request'
import { composeVerificationReport, verificationReport } from './kinds/verification-report'
import type { VerificationReportData } from './kinds/verification-report'

/** What each kind of document is made from. */
export type DocumentData = {
  acknowledgement: Acknowledgement
  receipt: Receipt
  supplementRequest: SupplementRequestData
  refusal: Refusal
  apologyExtension: ApologyExtension
  terminationNotice: TerminationNotice
  processControlSlip: ProcessControlSlip
  result: ResultData
  verificationReport: VerificationReportData
}
export type DocumentKind = keyof DocumentData

export const DOCUMENT_SCHEMAS = {
  acknowledgement,
  receipt,
  supplementRequest,
  refusal,
  apologyExtension,
  terminationNotice,
  processControlSlip,
  result,
  verificationReport,
} as const

export const COMPOSERS: { [K in DocumentKind]: (data: DocumentData[K]) => Composition } = {
  acknowledgement: composeAcknowledgement,
  receipt: composeReceipt,
  supplementRequest: composeSupplementRequest,
  refusal: composeRefusal,
  apologyExtension: composeApologyExtension,
  terminationNotice: composeTerminationNotice,
  processControlSlip: composeProcessControlSlip,
  result: composeResult,
  verificationReport: composeVerificationReport,
}
