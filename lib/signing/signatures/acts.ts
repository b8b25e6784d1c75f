import 'server-only'
import { z } from 'zod'
import { recorder } from '@/lib/ledger/server'

/** A ceremony: how the signature came about, and the certificate by digest, subject, issuer and serial, without personal numbers. */
export const recordOnSignedFile = recorder('attachment', {
  'attachment.signed': z.object({
    by: z.string(),
    device: z.string(),
    assurance: z.object({ level: z.int(), verifiedAt: z.iso.datetime() }).nullable(),
    level: z.string(),
    certificateSha256: z.string().nullable(),
    subject: z.string(),
    issuer: z.string(),
    serial: z.string(),
    root: z.string().nullable(),
    provenTime: z.unknown(),
    baseSha256: z.string(),
    sha256: z.string(),
  }),
})
