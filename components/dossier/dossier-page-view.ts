import type { ContactPhone } from '@/lib/accounts'
import type { Agency, Unit } from '@/lib/agencies'
import type { Attachment } from '@/lib/attachments'
import type { Classification } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Command, Dossier, DossierResult, SupplementRound } from '@/lib/dossiers'
import type { SummarySection } from '@/lib/forms'
import type { Text } from '@/lib/i18n'
import type { DomainError, Issue } from '@/lib/kernel'
import type { Summary } from '@/lib/signing'
import type { HistoryItem } from './history'
import type { Paper } from './paper-list'

/** What a page about one dossier is given. */
export type DossierPageView = {
  dossier: Dossier
  definition: ProcedureDefinition
  agency: Agency | null
  unit: Unit | null
  assigneeName: string | null
  contact: ContactPhone | null
  standing: Classification | null
  isCountedOverdue: boolean
  passedTerm: 'intake' | 'result' | null
  clockSteps: { id: string; at: Date; explanation: Text[]; legalGround: string }[]
  answers: SummarySection[]
  warnings: Issue[]
  files: Attachment[]
  /** Whether answers, files, papers and supplements are not for the viewer's session. */
  isClosed: boolean
  /** The signatures on each judged file in one word, by the file's SHA-256. */
  verdicts: ReadonlyMap<string, Summary>
  /** Requests for a supplement, the last first. */
  rounds: SupplementRound[]
  result: DossierResult | null
  resultRows: { id: string; label: string; value: string }[]
  documents: Paper[]
  history: HistoryItem[]
  commands: Command[]
  /** Acts the viewer has the right to but would fail in now, and why. */
  hindered: { command: Command; error: DomainError }[]
  /** Whether approving its result is signing it. */
  isApprovedBySigning: boolean
}
