import path from 'node:path'
import { clamdScanner } from '@/lib/adapters/clamd-scanner'
import { diskBlobs } from '@/lib/adapters/disk-blobs'
import { noScanner } from '@/lib/adapters/no-scanner'
import { s3Blobs } from '@/lib/adapters/s3-blobs'
import { smtpMailer } from '@/lib/adapters/smtp-mailer'
import type { Config } from '@/lib/config'
import type { Ports } from '@/lib/ports'

/** Every door to the outside, as configured; the one place that knows the adapters. */
export function portsOf(config: Config): Ports {
  return {
    blobs: config.blobs.kind === 's3' ? s3Blobs(config.blobs) : diskBlobs(config.blobs.folder),
    scanner: config.scanner.kind === 'clamd' ? clamdScanner(config.scanner.address) : noScanner(),
    mailer: smtpMailer(config.smtp),
    secrets: { personalData: config.secrets.personalData },
    origin: config.origin,
    uploadFolder: path.join(config.dataFolder, 'uploads'),
  }
}
