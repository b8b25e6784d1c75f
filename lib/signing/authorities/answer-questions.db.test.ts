import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webHashes } from '@/lib/pades'
import { bytesSource } from '@/lib/pdf'
import type { RevocationQuestion } from '@/lib/ports'
import { aPdf, aSignedPdf, database, startTestPki, testCtx } from '@/lib/testing'
import type { TestDatabase, TestPki } from '@/lib/testing'
import { anchorOf, HASHES, parseCertificate, webEngine } from '@/lib/trust'
import { answerQuestions, findIssuers, rootsForBrowser } from './answer-questions'
import {
  issuersFound,
  issuersWanted,
  revocationAnswers,
  revocationQuestions,
  trustedRoots,
} from '../protocol/check-messages'
import { learnSampleRoots } from '../handlers'
import { judgeInRounds } from '../judging/judge-file'
import { verifyFile } from '../verification/verify-file'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const AN = { holder: 'nguyen-van-an', password: 'An-123456' }

describe('a browser that judges by itself', () => {
  let test: TestDatabase
  let pki: TestPki
  const askedQuestions: RevocationQuestion[] = []

  function ctx() {
    const base = testCtx(test.db, { kind: 'worker', name: 'test' }, new Date())
    const fetcher = base.ports.revocation
    const revocation = {
      fetch(question: RevocationQuestion) {
        askedQuestions.push(question)
        return fetcher.fetch(question)
      },
    }
    return { ...base, ports: { ...base.ports, revocation, sampleRoots: pki.sampleRoots } }
  }

  /** As the page does it, with everything on its way turned into JSON and back. */
  async function judgedHere(bytes: Uint8Array) {
    const { now, roots } = trustedRoots.parse(JSON.parse(JSON.stringify(await rootsForBrowser(ctx()))))
    const anchors = roots.flatMap(({ set, certificate }) => {
      const parsed = parseCertificate(certificate)
      return parsed.ok ? [anchorOf(parsed.value, set)] : []
    })
    const source = bytesSource(bytes)
    const judging = {
      source,
      at: now,
      anchors,
      engine: webEngine,
      hashes: webHashes,
      fileDigestOid: HASHES['SHA-256'].oid,
    }
    return judgeInRounds(judging, {
      ask: async (questions, round) => {
        const sent = questions.map((question) => ({
          certificate: base64(question.certificate.der),
          issuer: base64(question.issuer.der),
        }))
        const answer = await answerQuestions(ctx(), revocationQuestions.parse({ round, questions: sent }))
        const { receivedAt, ocsps, crls } = revocationAnswers.parse(JSON.parse(JSON.stringify(answer)))
        return { receivedAt, store: { certificates: [], ocsps, crls } }
      },
      issuersOf: async (missing) => {
        const request = issuersWanted.parse({ certificates: missing.map(({ der }) => base64(der)) })
        return issuersFound.parse(JSON.parse(JSON.stringify(await findIssuers(ctx(), request)))).certificates
      },
    })
  }

  beforeAll(async () => {
    ;[test, pki] = await Promise.all([database(), startTestPki()])
    await learnSampleRoots(ctx())
  }, 90_000)
  afterAll(async () => {
    pki.close()
    await test.close()
  })

  it.each([
    ['nguyen-van-an', {}],
    ['nguyen-van-an-thu-hoi', {}],
    ['nguyen-van-an-het-han', {}],
    ['nguyen-van-an-goc-la', {}],
    ['nguyen-van-an', { ocsp: 'down' }],
    ['nguyen-van-an', { ocsp: 'unsigned' }],
    ['nguyen-van-an', { ocsp: 'down', crl: 'down' }],
  ])('comes to the portal’s own verdict on %s with %o', async (holder, faults) => {
    const bytes = await aSignedPdf(pki, await aPdf(), { ...AN, holder, at: new Date(), isStamped: true })
    await pki.faults(faults)
    const [here, there] = [await judgedHere(bytes), await verifyFile(ctx(), bytesSource(bytes), { at: new Date() })]
    await pki.faults({})
    const moment = expect.any(String) as unknown
    expect({ ...here.report, judgedAt: moment }).toEqual({ ...there, judgedAt: moment })
    expect(here.fileDigest).toEqual(new Uint8Array(createHash('sha256').update(bytes).digest()))
  })

  it('cannot make the portal call an address of its own', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'own-authority-'))
    const at = (name: string) => path.join(folder, name)
    const options = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=x']
    const address = ['-addext', 'authorityInfoAccess=OCSP;URI:http://169.254.169.254/ocsp']
    execFileSync('openssl', [...options, ...address, '-outform', 'DER', '-keyout', at('k'), '-out', at('c')], {
      stdio: 'ignore',
    })
    const own = base64(readFileSync(at('c')))
    rmSync(folder, { recursive: true })
    askedQuestions.length = 0
    const question = { round: 1, questions: [{ certificate: own, issuer: own }] }
    const answer = await answerQuestions(ctx(), revocationQuestions.parse(question))
    expect(answer).toEqual({ receivedAt: null, ocsps: [], crls: [] })
    expect(askedQuestions).toEqual([])
  })
})
