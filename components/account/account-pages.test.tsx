import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/components/dossier/page-view.fixture'
import { buttonsOf, elementsOf, inputsOf, linksOf, parseMarkup, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { Officer, Person } from '@/lib/access'
import { ROLES } from '@/lib/access'
import { ACCOUNT_ACT_INPUT, ACCOUNT_ACTS, accountPaths, FACT_FIELDS, ROLE_WORDS, SIGN_IN_FAULTS } from '@/lib/accounts'
import type { Locale } from '@/lib/i18n'
import { AccountView } from './account-view'
import { ChooseSignIn } from './choose-sign-in'
import { CodeForm } from './code-form'
import { ConfirmIdentity } from './confirm-identity'
import { PasswordForm } from './password-form'
import { SignInFailed } from './sign-in-failed'
import { SignedOut } from './signed-out'
import { NumberForm, PhoneForm } from './staff-forms'
import { StaffPage } from './staff-page'
import { StaffView } from './staff-view'

const AT = new Date('2026-11-20T18:30:00Z')
const never = () => Promise.resolve()
const person: Person = { kind: 'citizen', userId: 'u', name: 'An', assurance: 2, verifiedAt: AT }
const officer: Officer = { kind: 'officer', userId: 'u', name: 'Lan', grants: [] }
const aSession = (id: string, device: string) => ({ id, device, createdAt: AT, seenAt: AT })
const TIEP = '/dich-vu/x/nop?truong-hop=A&b=%22'

type Shown = Partial<Omit<Parameters<typeof AccountView>[0], 'locale'>>

function account(locale: Locale, changes: Shown = {}, open = [aSession('s1', 'Firefox'), aSession('s2', '')]) {
  const facts = { 'person.fullName': 'An', 'person.dob': { y: 1990, m: 5, d: 12 } }
  const sessions = { open, currentId: 's1' }
  return (
    <AccountView
      {...{ locale, sessions, actor: person, isRevoked: false }}
      shown={{ facts, places: { provinces: [], wards: {} }, posts: [] }}
      {...changes}
    />
  )
}

const staffRows = [
  { userId: '1', name: 'Lan', posts: [], signsResults: false, phone: null, number: null },
  { userId: '2', name: 'Phuc', posts: ['P1', 'P2'], signsResults: true, phone: '+84912345678', number: null },
  {
    ...{ userId: '3', name: 'Dung', posts: ['P1'], signsResults: true, phone: '+842400000102' },
    number: { ending: '114', recordedAt: AT },
  },
]
const desks = [
  { code: 'H26', name: 'DESK A', phone: null },
  { code: 'H27', name: 'DESK B', phone: '+842400000102' },
]
const staff = (locale: Locale, rows = staffRows, q = '') => (
  <StaffView {...{ rows, desks, q, locale }} cutAt={rows.length || null} />
)
const demo = ROLES.map((role) => ({ username: role.toLowerCase(), name: 'N', role, agencyName: 'AGENCY' }))
const choose = (locale: Locale, signedInAs: string | null, hasEnded = false) => (
  <ChooseSignIn
    {...{
      locale,
      tiep: TIEP,
      officerHref: '/o',
      certificateHref: '/c',
      signedInAs,
      hasEnded,
      isDemo: true,
    }}
  />
)
const password = (locale: Locale, error?: string) => (
  <PasswordForm {...{ locale, action: never, tiep: TIEP, error, hasEnded: error !== undefined, demoOfficers: demo }} />
)
const code = (locale: Locale, error?: string) => (
  <CodeForm {...{ locale, action: never, tiep: TIEP, error, demoCode: error === undefined ? '123456' : null }} />
)
/** How and where each form of a page is sent. */
const formsOf = (page: ReactElement) =>
  elementsOf(parseMarkup(renderToStaticMarkup(page)))
    .filter(({ tag }) => tag === 'form')
    .map(({ attributes }) => [attributes['method'], attributes['action']])
const wrong = (locale: Locale) => (locale === 'vi' ? 'Mã không đúng.' : 'This code is wrong.')

describe('pages of signing in and of the account keep the rules', () => {
  itKeepsTheRules(
    [
      ['who are you', (locale) => choose(locale, null)],
      ['who are you, with a session that ended', (locale) => choose(locale, 'An', true)],
      ['a password', (locale) => password(locale)],
      ['a password that was wrong', (locale) => password(locale, wrong(locale))],
      ['a code', (locale) => code(locale)],
      ['a code that was wrong', (locale) => code(locale, wrong(locale))],
      ...SIGN_IN_FAULTS.flatMap((fault) =>
        [true, false].map(
          (isSignedIn) =>
            [
              `${fault}, ${isSignedIn ? 'in' : 'out'}`,
              (locale: Locale) => <SignInFailed {...{ locale, fault, tiep: TIEP, isSignedIn }} />,
            ] as const,
        ),
      ),
      ...([1, 2, null] as const).map(
        (assurance) =>
          [
            `confirm at level ${String(assurance)}`,
            (locale: Locale) => <ConfirmIdentity {...{ locale, tiep: TIEP, assurance }} />,
          ] as const,
      ),
      ['signed out', (locale) => <SignedOut locale={locale} isStillSignedIn={false} />],
      ['not signed out', (locale) => <SignedOut locale={locale} isStillSignedIn />],
      ['the account of a person', (locale) => account(locale)],
      ['the account of a person whose session was ended', (locale) => account(locale, { isRevoked: true })],
      ['the account of an officer without posts', (locale) => account(locale, { actor: officer })],
      ['staff', (locale) => staff(locale)],
      ['no staff', (locale) => staff(locale, [])],
      [
        'one officer',
        (locale) => (
          <StaffPage title="Lan" lead="LEADER" done="ghi-dien-thoai" locale={locale}>
            <PhoneForm value="0912" record={() => Promise.resolve(null)} locale={locale} />
            <NumberForm number={null} value={undefined} record={() => Promise.resolve(null)} locale={locale} />
          </StaffPage>
        ),
      ],
    ],
    // Invented people, who are called by their names.
    ['Nguyễn Văn An', 'Trần Thị Bình', 'Phạm Minh Đức'],
  )
})

describe('whoever signs in', () => {
  it('comes back to where they were going, whatever its address', () => {
    for (const html of [choose('vi', null), password('vi'), code('vi')].map((page) => renderToStaticMarkup(page)))
      expect(inputsOf(html)).toContainEqual({ name: 'tiep', type: 'hidden', value: TIEP })
  })

  it('with a wrong code is led to it, and no password is ever sent back', () => {
    const html = renderToStaticMarkup(code('vi', 'Mã không đúng.'))
    expect(linksOf(html)).toContainEqual(['Mã không đúng.', '#ma'])
    expect(html).toMatch(/aria-describedby="ma-hint ma-error"/)
    const fields = inputsOf(renderToStaticMarkup(password('vi', 'Sai.')))
    expect(fields.find(({ name }) => name === 'password')?.value).toBe('')
  })

  it('is led to the identity provider by the page that asks for as much as is needed', () => {
    const confirm = <ConfirmIdentity {...{ locale: 'vi', tiep: TIEP, assurance: 2 }} />
    const again = (isSignedIn: boolean) => (
      <SignInFailed {...{ locale: 'vi', fault: 'cancelled', tiep: TIEP, isSignedIn }} />
    )
    expect([choose('vi', null), confirm, again(false), again(true)].map((page) => formsOf(page))).toEqual([
      [['post', accountPaths.signIn()]],
      [['post', accountPaths.stepUp()]],
      [['post', accountPaths.signIn()]],
      [['post', accountPaths.stepUp()]],
    ])
  })

  it('without a way back is led home', () => {
    const html = renderToStaticMarkup(
      <SignInFailed locale="vi" fault="cancelled" tiep="//evil.example/" isSignedIn={false} />,
    )
    expect(linksOf(html)).toEqual([['Trang chủ', '/']])
  })

  it('can try as anybody the trial knows, each with a role in words', () => {
    const text = textOf(renderToStaticMarkup(password('en')))
    for (const role of ROLES) expect(text).toContain(`${role.toLowerCase()}: N, ${ROLE_WORDS[role].en}`)
  })
})

describe('the account', () => {
  it('shows each verified fact in words, and none that is not there', () => {
    const text = textOf(renderToStaticMarkup(account('vi')))
    expect(text).toContain('12/05/1990')
    const labels = FACT_FIELDS.filter(({ id }) => ['person.fullName', 'person.dob'].includes(id)).map(
      ({ label }) => label.vi,
    )
    expect(labels).toHaveLength(2)
    for (const { label } of FACT_FIELDS) if (!labels.includes(label.vi)) expect(text).not.toContain(`${label.vi} `)
  })

  it('ends any session but the present one by a button that names it', () => {
    const html = renderToStaticMarkup(account('vi'))
    expect(inputsOf(html).filter(({ name }) => name === 'phien')).toEqual([
      { name: 'phien', type: 'hidden', value: 's2' },
    ])
    expect(buttonsOf(html)).toContain('Kết thúc phiên Thiết bị không rõ')
    expect(buttonsOf(html)).toContain('Kết thúc mọi phiên khác')
    expect(buttonsOf(renderToStaticMarkup(account('vi', {}, [aSession('s1', 'Firefox')])))).not.toContain(
      'Kết thúc mọi phiên khác',
    )
    // 18:30 in London is past midnight in Hanoi.
    expect(textOf(html)).toContain('01:30 21/11/2026')
  })

  it('has a button for every act there is, sent to its own page', () => {
    const html = renderToStaticMarkup(account('vi'))
    const acts = inputsOf(html).flatMap(({ name, value }) => (name === ACCOUNT_ACT_INPUT ? [value] : []))
    expect(acts.sort()).toEqual(Object.values(ACCOUNT_ACTS).sort())
    const { account: own, signOut } = accountPaths
    expect(formsOf(account('vi'))).toEqual([signOut(), own(), own(), own()].map((action) => ['post', action]))
  })

  it('shows what a device calls itself as words', () => {
    const html = renderToStaticMarkup(
      account('vi', { actor: { ...person, name: HOSTILE } }, [aSession('s1', HOSTILE), aSession('s2', HOSTILE)]),
    )
    expect(html).not.toContain('<script>alert')
    expect(faultsOf(html, ['dài', 'is punctuated'])).toEqual([])
  })
})

describe('staff', () => {
  it('are called as telephones are written, and nobody reads a number whole', () => {
    const text = textOf(renderToStaticMarkup(staff('vi')))
    expect(text).toContain('0912 345 678')
    expect(text).toContain('024 0000 0102')
    expect(text).toContain('kết thúc bằng 114, ghi ngày 21/11/2026')
    expect(text).toContain('Không ký kết quả')
  })
})
