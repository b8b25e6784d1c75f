import { describe, expect, it } from 'vitest'
import { der } from '@/lib/trust'
import { certificatesIn } from './index'

const text = (value: string) => new TextEncoder().encode(value)

function pem(label: string, bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('base64').replaceAll(/.{64}/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

/** SignedData with certificates and nothing signed. */
function certsOnly(...certificates: Uint8Array[]): Uint8Array {
  const data = der.sequence(
    der.integer(1),
    der.setOf(),
    der.sequence(der.oid('1.2.840.113549.1.7.1')),
    der.taggedSetOf(0xa0, ...certificates),
    der.setOf(),
  )
  return der.sequence(der.oid('1.2.840.113549.1.7.2'), der.explicit(0, data))
}

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** Self-signed, made by openssl for this test. */
const certificate = fromBase64(
  [
    'MIIBcTCCARegAwIBAgIUPgt5tUFk12yyUeZAZ12MNko+h+cwCgYIKoZIzj0EAwIwDjEMMAoGA1UEAwwDb25lMB4XDTI2MTEyOTEy',
    'MjYxMFoXDTQ2MTEyNDEyMjYxMFowDjEMMAoGA1UEAwwDb25lMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6+Ds6c/N/ZKdgyNQ',
    'ZJrd3bWIuhhkj4DorBy27kZ2/1ZChD2sDu1p3IX3sbROvSBywyRnwNP49VtUMk2xLI6v7qNTMFEwHQYDVR0OBBYEFOCjOIaPSFgp',
    'W+rkNqkr45Ig09ZcMB8GA1UdIwQYMBaAFOCjOIaPSFgpW+rkNqkr45Ig09ZcMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID',
    'SAAwRQIhAPOnOQaNY0dGtZufqAfKzJp+3qOaoDLkwDQJ2TXPRp0QAiBS7jIiBosqJDRPsyTByzRYIKNi4mEdVyBy6QgxfIuyvw==',
  ].join(''),
)
const other = fromBase64(
  [
    'MIIBdTCCARugAwIBAgIUVruGXUbuTsMNRhTumdJl6Gbv4MswCgYIKoZIzj0EAwIwEDEOMAwGA1UEAwwFb3RoZXIwHhcNMjYxMTI5',
    'MTIyNjEwWhcNNDYxMTI0MTIyNjEwWjAQMQ4wDAYDVQQDDAVvdGhlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNdcHd3H+MWw',
    'sqmMRW1Lo8TNVtyqJ+b1jWCRHmbg4jKH8nrNdqQn33hEqAVx4x1FTlEcA5Dx82AgpJ/MlubOTeSjUzBRMB0GA1UdDgQWBBQO4hRr',
    'LQ4q74tEG/zdDUt555Ex2jAfBgNVHSMEGDAWgBQO4hRrLQ4q74tEG/zdDUt555Ex2jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49',
    'BAMCA0gAMEUCIDnBlJThd39K2/5Z3zrZbpq23LGZbakRhRZuIc4jcGGFAiEAwvF8hatBwavRkUPb8JNl6VwuKLbdJTqPflc0NNTo',
    'E9I=',
  ].join(''),
)

describe('certificates as authorities publish them', () => {
  it('are read from DER, PEM and PKCS#7 of either kind', () => {
    const both = [certificate, other].toSorted((a, b) => Buffer.compare(a, b))
    expect(certificatesIn(certificate)).toEqual([certificate])
    expect(certificatesIn(text(`subject=one\n${pem('CERTIFICATE', certificate)}${pem('CERTIFICATE', other)}`))).toEqual(
      [certificate, other],
    )
    expect(certificatesIn(certsOnly(certificate, other))).toEqual(both)
    expect(certificatesIn(text(pem('PKCS7', certsOnly(certificate, other))))).toEqual(both)
  })

  it.each([
    ['nothing', text('')],
    ['a page', text('<html>502 Bad Gateway</html>')],
    ['armour around something else', text(pem('CERTIFICATE', text('no certificate')))],
    ['broken armour', text('-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----')],
    ['a bundle of nothing', certsOnly()],
  ])('are not found in %s', (_, bytes) => {
    expect(certificatesIn(bytes)).toEqual([])
  })

  it('are at most sixteen', () => {
    expect(certificatesIn(text(pem('CERTIFICATE', certificate).repeat(40)))).toHaveLength(16)
  })
})
