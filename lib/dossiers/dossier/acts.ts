import 'server-only'
import { z } from 'zod'
import { recorder } from '@/lib/ledger/server'

const paper = z.object({ documentId: z.uuid(), kind: z.string(), number: z.string(), sha256: z.string() })

/** What is kept with a dossier besides its events; of a signature or a seal all its ceremony says (`lib/signing`). */
export const recordOnDossier = recorder('dossier', {
  'dossier.resultSigned': z.looseObject({
    by: z.enum(['pkcs12', 'remote']),
    device: z.string(),
    batchId: z.uuid(),
    baseSha256: z.string(),
    sha256: z.string(),
  }),
  'dossier.paperIssued': paper,
  'dossier.paperSealed': paper.loose(),
  'dossier.paperRenewed': z.object({
    documentId: z.uuid(),
    previousSha256: z.string(),
    sha256: z.string(),
    level: z.string(),
    timestampEndsAt: z.iso.datetime(),
  }),
})

/** What officers read is evidence too, in a chain of their own so that reading never races with acts. */
export const recordReading = recorder('user', {
  'dossier.read': z.object({ dossierId: z.uuid() }),
  'attachment.read': z.object({ attachmentId: z.uuid(), dossierId: z.uuid().nullable() }),
  'dossier.resultsShown': z.object({ batchId: z.uuid(), dossierIds: z.array(z.uuid()) }),
})
