import { scanAttachment } from '@/lib/attachments/handlers'
import { fillNumberHashes, issuePapers, renewPapers } from '@/lib/dossiers/handlers'
import { deliverNotice, writeNotices } from '@/lib/notices/handlers'
import { fetchIssuers, forgetReports, learnSampleRoots, verifyAgain, verifyArrival } from '@/lib/signing/handlers'
import type { Handler, Job } from '@/lib/ports'

/** Who hears of what: each module's handlers, in no particular order. */
export const HANDLERS: readonly Handler[] = [writeNotices, issuePapers, verifyArrival]

/** Work that modules queue for themselves with `addJob`. */
export const JOBS: readonly Job[] = [
  { task: 'attachments.scan', run: scanAttachment },
  { task: 'notices.deliver', run: deliverNotice },
  verifyAgain,
  learnSampleRoots,
  fetchIssuers,
  forgetReports,
  renewPapers,
  fillNumberHashes,
]
