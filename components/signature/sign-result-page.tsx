import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { SignPanel } from './sign-panel'
import { SIGN_RESULT_WORDS as R } from './sign-result-words'
import { SIGN_WORDS as S } from './words'

type Rect = { page: number; x: number; y: number; width: number; height: number }
type Signing = { number: string; sha256: string; person: Rect | null }
type Props = { id: string; signing: Signing | null; freeze: () => Promise<void>; locale: Locale }

/** The pixels of the handwriting route. */
const HANDWRITING = { width: 320, height: 96 }

/** A leader sees the exact result with its number and digest, then signs it as a person; that approves it. */
export function SignResultPage({ id, signing, freeze, locale }: Props) {
  const backHref = paths.officerDossier(id)
  return (
    <Column width="reading">
      <PageHeader
        breadcrumb={<Breadcrumb locale={locale} items={[{ label: say(R.back, locale), href: backHref }]} />}
        title={say(R.title, locale)}
        lead={say(signing === null ? R.freezeLead : R.lead, locale)}
      />
      {signing === null ? (
        <form action={freeze}>
          <Button>{say(R.freeze, locale)}</Button>
        </form>
      ) : (
        <Frozen id={id} signing={signing} backHref={backHref} locale={locale} />
      )}
    </Column>
  )
}

function Frozen({ id, signing, backHref, locale }: Omit<Props, 'freeze'> & { signing: Signing; backHref: string }) {
  const own = paths.signResult(id)
  const facts = [
    { key: 'number', term: say(R.number, locale), value: signing.number.split(':')[1] ?? '' },
    { key: 'sha256', term: 'SHA-256', value: <code data-sha256>{signing.sha256}</code> },
  ]
  const place = { href: `${own}/tep`, sha256: signing.sha256, postTo: `${own}/nhan` }
  const looks = looksOf(signing.person, `${own}/chu-ky`)
  return (
    <>
      <div className="wrap-anywhere">
        <SummaryList items={facts} locale={locale} />
      </div>
      <p className="py-4">
        <LinkButton href={place.href} variant="secondary">
          {say(S.download, locale)}
        </LinkButton>
      </p>
      <iframe src={place.href} title={say(R.title, locale)} className="h-[80vh] w-full border border-line" />
      <section className="mt-8 border-t-2 border-line pt-5">
        <h2 className="text-lg">{say(S.withFile, locale)}</h2>
        <p className="pb-4 text-ink-soft">{say(S.withFileLead, locale)}</p>
        <noscript>
          <Notice tone="warn" locale={locale} title={say(S.needsScript, locale)} />
        </noscript>
        <SignPanel
          file={{ ...place, timestampFrom: '/api/ky/dau-thoi-gian', ...looks }}
          subject={null}
          backHref={backHref}
          locale={locale}
        />
      </section>
    </>
  )
}

function looksOf(person: Rect | null, pixelsFrom: string) {
  if (person === null) return {}
  const box = { left: person.x, bottom: person.y, width: person.width, height: person.height }
  return { looks: { ...HANDWRITING, page: person.page + 1, box, pixelsFrom } }
}
