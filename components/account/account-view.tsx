import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import type { Officer, Person } from '@/lib/access'
import { ACCOUNT_ACTS, FACT_FIELDS } from '@/lib/accounts'
import { type Facts, type Places, showAnswer } from '@/lib/forms'
import { type Locale, LOCALES, say } from '@/lib/i18n'

import { AccountForm } from './account-form'
import { SessionList, type SessionListProps } from './session-list'
import { ACCOUNT_WORDS } from './words'

type Props = {
  locale: Locale
  actor: Person | Officer
  shown: { facts: Facts; places: Places; posts: readonly string[] }
  sessions: Omit<SessionListProps, 'locale'>
  isRevoked: boolean
}

/** Who I am here, what is known of me, where I am signed in. */
export function AccountView({ locale, actor, shown, sessions, isRevoked }: Props) {
  return (
    <Column width="reading">
      <PageHeader
        title={actor.name}
        lead={say(ACCOUNT_WORDS.account, locale)}
        marks={<Marks locale={locale} actor={actor} />}
      />
      <div className="flex flex-col gap-12">
        {actor.kind === 'officer' ? (
          <Posts locale={locale} posts={shown.posts} />
        ) : (
          <VerifiedFacts locale={locale} facts={shown.facts} places={shown.places} />
        )}
        <section id="phien" className="flex flex-col gap-4">
          <h2 className="text-xl">{say(ACCOUNT_WORDS.sessions, locale)}</h2>
          <p>{say(ACCOUNT_WORDS.sessionsWords, locale)}</p>
          {isRevoked && <Notice tone="good" locale={locale} isLive title={say(ACCOUNT_WORDS.sessionEnded, locale)} />}
          <SessionList locale={locale} {...sessions} />
        </section>
        <Languages locale={locale} />
      </div>
    </Column>
  )
}

function Marks({ locale, actor }: { locale: Locale; actor: Person | Officer }) {
  return (
    <>
      <Badge>{say(ACCOUNT_WORDS[actor.kind], locale)}</Badge>
      {actor.kind !== 'officer' && (
        <Badge tone={actor.assurance === 2 ? 'good' : 'warn'}>
          {say(ACCOUNT_WORDS.level, locale, { level: actor.assurance })}
        </Badge>
      )}
    </>
  )
}

function VerifiedFacts({ locale, facts, places }: { locale: Locale; facts: Facts; places: Places }) {
  const items = FACT_FIELDS.filter(({ id }) => facts[id] !== undefined).map((field) => ({
    key: field.id,
    term: say(field.label, locale),
    value: showAnswer(field, facts[field.id], locale, places),
  }))
  const isOrganisation = facts['organisation.name'] !== undefined
  const words = isOrganisation ? ACCOUNT_WORDS.organisationFactsWords : ACCOUNT_WORDS.factsWords
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{say(ACCOUNT_WORDS.facts, locale)}</h2>
      <p>{say(words, locale)}</p>
      <SummaryList items={items} />
    </section>
  )
}

function Posts({ locale, posts }: { locale: Locale; posts: readonly string[] }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{say(ACCOUNT_WORDS.posts, locale)}</h2>
      {posts.length === 0 && <p>{say(ACCOUNT_WORDS.noPosts, locale)}</p>}
      <ul className="list-disc pl-5">
        {posts.map((post) => (
          <li key={post}>{post}</li>
        ))}
      </ul>
    </section>
  )
}

const LANGUAGES = { vi: ACCOUNT_WORDS.vietnamese, en: ACCOUNT_WORDS.english } as const

function Languages({ locale }: { locale: Locale }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{say(ACCOUNT_WORDS.language, locale)}</h2>
      <p>{say(ACCOUNT_WORDS.languageWords, locale)}</p>
      <AccountForm act={ACCOUNT_ACTS.chooseLanguage} className="flex flex-wrap gap-3">
        {LOCALES.map((choice) => (
          <Button
            key={choice}
            name="ngon-ngu"
            value={choice}
            lang={choice}
            variant="secondary"
            aria-pressed={choice === locale}
          >
            {say(LANGUAGES[choice], locale)}
          </Button>
        ))}
      </AccountForm>
    </section>
  )
}
