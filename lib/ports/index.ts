import type { Database, Tx } from '@/db/client'
import type { Actor } from '@/lib/access'
import type { SigningAlgorithm } from '@/lib/cms'
import type { Locale } from '@/lib/i18n'
import type { Result } from '@/lib/kernel'
import type { Signer } from '@/lib/pades'

export type { Signer }
export type * from './payment-gateway'

/** Content-addressed storage: what is stored is named by its SHA-256 and never changes. */
export type BlobStore = {
  /** Stores the stream, counting and hashing on the way; storing the same bytes twice keeps one copy. */
  put(source: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }>
  /** The bytes `[start, end)`, the whole blob by default; null when there is no such blob. */
  read(sha256: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array> | null>
  size(sha256: string): Promise<number | null>
}

export type ScanVerdict = { status: 'clean' } | { status: 'infected'; signature: string } | { status: 'unscanned' }

/** A malware scanner; throws when it cannot be asked, so that the file stays in quarantine. */
export type Scanner = {
  /** Whether there is one at all; without it every file stays marked as not scanned. */
  isPresent: boolean
  scan(source: AsyncIterable<Uint8Array>): Promise<ScanVerdict>
}

/**
 * Why something sent did not arrive. A refusal stays true however often it is tried; the others, a service that is away or busy and
 * our own account there that is not let in, may be mended. `code` is the service's number: its words repeat the address.
 */
export type DeliveryFailure = {
  reason: 'address-refused' | 'message-refused' | 'unavailable' | 'not-let-in'
  code: string
}

export type Mail = {
  /** The same for one mail however often it is sent; it becomes the Message-ID. */
  key: string
  to: string
  subject: string
  text: string
  attachments?: { name: string; mediaType: string; content: Uint8Array }[]
}

/** Outgoing mail. */
export type Mailer = { send(mail: Mail): Promise<Result<null, DeliveryFailure>> }

/** What is asked of a certification authority: the state of one certificate (OCSP), or its list of revoked ones. */
export type RevocationQuestion = { kind: 'ocsp'; url: string; body: Uint8Array } | { kind: 'crl'; url: string }

/** Asks the services that certificates name; whatever goes wrong is no answer, and never takes long. */
export type RevocationFetcher = {
  fetch(question: RevocationQuestion): Promise<{ bytes: Uint8Array; receivedAt: Date } | null>
}

/** Fetches what lies at an address a certificate names for its issuer's; whatever goes wrong is no answer, and never takes long. */
export type IssuerFetcher = { fetch(address: string): Promise<Uint8Array | null> }

export type SampleRoot = { set: 'public' | 'government'; certificate: Uint8Array; source: string }

/** Roots of the trial's own certification authorities; in production there are none. */
export type SampleRoots = { read(): Promise<SampleRoot[]> }

/** A timestamping authority (RFC 3161): takes a request and gives its answer as it came; null when there is none in time. */
export type TimestampService = { ask(request: Uint8Array): Promise<Uint8Array | null> }

/** The keys agencies seal with: null for an agency without one here; throws when a key that is configured cannot be had. */
export type AgencySeals = {
  /** Whether this agency seals here at all. */
  has(agencyCode: string): boolean
  of(agencyCode: string): Promise<Signer | null>
}

/** A certificate whose key a remote signing service keeps, as DER with what leads to its root. */
export type RemoteCredential = { id: string; certificate: Uint8Array; chain: Uint8Array[]; algorithm: RemoteAlgorithm }

/** How a credential signs; `name` is the object identifier its service knows this by. */
export type RemoteAlgorithm = SigningAlgorithm & { name: string }

/** Not reachable or too slow; too many calls; a code or token that no longer counts; an answer that is none. */
export type RemoteFailure = 'unavailable' | 'busy' | 'lapsed' | 'unusable'

/** Where a person says yes at the service: to showing their certificates, or to signing exactly these digests. */
export type RemoteConsent = {
  state: string
  challenge: string
  returnTo: string
  description: string
  signing: { credentialId: string; digests: readonly Uint8Array[]; algorithm: RemoteAlgorithm } | null
}

/** A remote signing service (Cloud Signature Consortium API v2). */
export type RemoteSigner = {
  isOffered: boolean
  consentAddress(consent: RemoteConsent): Promise<Result<string, RemoteFailure>>
  /** Exchanges the code a person came back with for a token. */
  redeem(request: { code: string; verifier: string; returnTo: string }): Promise<Result<string, RemoteFailure>>
  /** Those that are enabled and sign in a way we know. */
  credentials(token: string): Promise<Result<RemoteCredential[], RemoteFailure>>
  /** Over each digest agreed to, in their order; ECDSA values come as DER. Whether they verify is for the caller to see. */
  sign(request: {
    token: string
    credentialId: string
    digests: readonly Uint8Array[]
    algorithm: RemoteAlgorithm
  }): Promise<Result<Uint8Array[], RemoteFailure>>
}

/** A file somebody sent: whose turn it takes, what its first bytes say it is, and its bytes. */
export type SentFile = {
  ownerId: string
  kind: 'pdf' | 'heic' | 'image'
  size: number
  /** Called when its turn has come; null when the answer is no longer wanted. */
  open(): Promise<AsyncIterable<Uint8Array> | null>
}

/** `unavailable` is our own shortage and says nothing about the file; all else is the file's and stays true. */
export type Inspection =
  | { outcome: 'opens'; pages: number | null; isDrawable: boolean }
  | { outcome: 'broken' | 'locked' | 'too-many-pixels' | 'too-costly' | 'unavailable' }
export type Drawing =
  | { outcome: 'drawn'; webp: Uint8Array }
  | { outcome: 'no-such-page' }
  | { outcome: 'undrawable' }
  | { outcome: 'unavailable' }

/** Opens what people send where it can hurt nobody, in bounded time and memory. */
export type Decoder = {
  inspect(file: SentFile): Promise<Inspection>
  /** A picture (WebP) of one page (from 0). */
  draw(file: SentFile, request: { page: number; width: number }): Promise<Drawing>
}

export type Ports = {
  blobs: BlobStore
  decoder: Decoder
  scanner: Scanner
  mailer: Mailer
  revocation: RevocationFetcher
  issuers: IssuerFetcher
  sampleRoots: SampleRoots
  timestamps: TimestampService
  remoteSigner: RemoteSigner
  seals: AgencySeals
  /** Key of encrypted columns and keyed hashes. */
  secrets: { personalData: Uint8Array }
  /** Address of the portal as people see it, without a slash at the end. */
  origin: string
  /** Where uploads under way are kept until they are whole. */
  uploadFolder: string
}

/** What every use-case is given: who acts, when, in which language, and the doors to the outside. */
export type Ctx = {
  db: Database
  actor: Actor
  now: Date
  requestId: string
  locale: Locale
  ports: Ports
  newId(): string
  random(bytes: number): Uint8Array
}

/** The same within a transaction (`inTransaction`): whoever takes this writes together with its caller, or not at all. */
export type TxCtx = Omit<Ctx, 'db'> & { db: Tx }

/** What has happened, as the handlers of other modules hear of it; `eventId` is the id of its audit row. */
export type QueuedEvent = {
  eventId: string
  type: string
  subject: { kind: string; id: string }
  data: Record<string, unknown>
}

/** A reaction to events, carried out by the worker at least once: its effect must be idempotent by `eventId`. */
export type Handler = { task: string; on: readonly string[]; run(ctx: Ctx, event: QueuedEvent): Promise<void> }

/** Work somebody queued, carried out at least once. */
export type Job = { task: string; run: (ctx: Ctx, payload: unknown) => Promise<void> }

/** A module's jobs by the name they are queued under; its `handlers.ts` exports them as `JOBS`. */
export type Jobs = Readonly<Record<string, Job['run']>>

/** What runs by the clock: the name of a job, and when, as a crontab line in UTC. */
export type Schedule<Task extends string = string> = readonly { task: Task; at: string }[]
