import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/access'
import { noSeals } from '@/lib/adapters/agency-seals'
import { cscSigner } from '@/lib/adapters/csc-signer'
import { diskBlobs } from '@/lib/adapters/disk-blobs'
import { httpIssuers } from '@/lib/adapters/http-issuers'
import { httpRevocation } from '@/lib/adapters/http-revocation'
import { httpSampleRoots } from '@/lib/adapters/http-sample-roots'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import { noScanner } from '@/lib/adapters/no-scanner'
import { uuidV7 } from '@/lib/kernel'
import type { Ctx, Ports } from '@/lib/ports'
import { testDecoder } from './decoder'
import { mailbox, type Mailbox } from './mailbox'

export const anonymous: Actor = { kind: 'anonymous' }

export type TestCtx = Ctx & { ports: Ports & { mailer: Mailbox } }

/** A context with real parts: blobs on disk in the temporary folder, no scanner, a mailer that keeps what it is given. */
export function testCtx(db: Database, actor: Actor = anonymous, now = new Date('2026-03-10T03:00:00Z')): TestCtx {
  return {
    db,
    actor,
    now,
    requestId: 'test',
    locale: 'vi',
    ports: {
      decoder: testDecoder(),
      blobs: diskBlobs(path.join(os.tmpdir(), `mot-cua-test-blobs-${String(process.pid)}`)),
      scanner: noScanner(),
      mailer: mailbox(),
      revocation: httpRevocation({ mayCallPrivate: true }),
      issuers: httpIssuers({ mayCallPrivate: true }),
      sampleRoots: httpSampleRoots(null),
      timestamps: httpTimestamps(null),
      remoteSigner: cscSigner(null),
      seals: noSeals,
      secrets: { personalData: new Uint8Array(32).fill(7) },
      origin: 'http://localhost:3000',
      uploadFolder: path.join(os.tmpdir(), `mot-cua-test-uploads-${String(process.pid)}`),
    },
    newId: () => uuidV7(new Date(), randomBytes(16)),
    random: (bytes) => randomBytes(bytes),
  }
}
