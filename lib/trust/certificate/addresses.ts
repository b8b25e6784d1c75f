import type { Certificate } from './certificate'
import type { GeneralName } from './general-name'

const ACCESS = { ocsp: '1.3.6.1.5.5.7.48.1', caIssuers: '1.3.6.1.5.5.7.48.2' } as const

const isWeb = (url: string) => /^https?:\/\//i.test(url)

function urlsIn(names: readonly GeneralName[]): string[] {
  return names.flatMap((name) => (name.kind === 'uri' && isWeb(name.value) ? [name.value] : []))
}

function accessUrls({ extensions }: Certificate, methodOid: string): string[] {
  const places = extensions.authorityInfoAccess?.filter(({ method }) => method === methodOid) ?? []
  return urlsIn(places.map(({ location }) => location))
}

/** Web addresses a certificate names (RFC 5280 4.2.1.13, 4.2.2.1): responders, lists of revoked ones, its issuer's certificate. */
export function addressesIn(certificate: Certificate): { ocsp: string[]; crl: string[]; issuer: string[] } {
  const points = certificate.extensions.crlDistributionPoints ?? []
  return {
    ocsp: accessUrls(certificate, ACCESS.ocsp),
    crl: points.flatMap(({ name }) => (name && 'fullName' in name ? urlsIn(name.fullName) : [])),
    issuer: accessUrls(certificate, ACCESS.caIssuers),
  }
}
