import path from 'node:path'
import { agencySeals, folderSeals, noSeals } from '@/lib/adapters/agency-seals'
import { clamdScanner } from '@/lib/adapters/clamd-scanner'
import { cscSigner } from '@/lib/adapters/csc-signer'
import { decoderPool } from '@/lib/adapters/decoder/pool'
import { diskBlobs } from '@/lib/adapters/disk-blobs'
import { httpIssuers } from '@/lib/adapters/http-issuers'
import { httpRevocation } from '@/lib/adapters/http-revocation'
import { httpSampleRoots } from '@/lib/adapters/http-sample-roots'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import { noScanner } from '@/lib/adapters/no-scanner'
import { pkcs11Signer } from '@/lib/adapters/pkcs11-signer'
import { pkcs12Signer } from '@/lib/adapters/pkcs12-signer'
import { s3Blobs } from '@/lib/adapters/s3-blobs'
import { smtpMailer } from '@/lib/adapters/smtp-mailer'
import type { Config } from '@/lib/config'
import type { AgencySeals, Ports } from '@/lib/ports'

/** Every door to the outside, as configured; the one place that knows the adapters. */
export function portsOf(config: Config): Ports {
  return {
    blobs: config.blobs.kind === 's3' ? s3Blobs(config.blobs) : diskBlobs(config.blobs.folder),
    decoder: decoderPool('dist/decoder.mjs'),
    scanner: config.scanner.kind === 'clamd' ? clamdScanner(config.scanner.address) : noScanner(),
    mailer: smtpMailer(config.smtp),
    revocation: httpRevocation({ mayCallPrivate: config.mode === 'demo' }),
    issuers: httpIssuers({ mayCallPrivate: config.mode === 'demo' }),
    sampleRoots: httpSampleRoots(config.pkiOrigin),
    timestamps: httpTimestamps(config.tsaUrl),
    remoteSigner: cscSigner(config.csc),
    seals: sealsOf(config.seal),
    secrets: { personalData: config.secrets.personalData },
    origin: config.origin,
    uploadFolder: path.join(config.dataFolder, 'uploads'),
  }
}

function sealsOf(seal: Config['seal']): AgencySeals {
  if (seal === null) return noSeals
  if ('folder' in seal) return folderSeals(seal.folder, pkcs12Signer)
  const { agencyCode, key } = seal
  return agencySeals(agencyCode, () => (key.kind === 'pkcs12' ? pkcs12Signer(key) : pkcs11Signer(key)))
}
