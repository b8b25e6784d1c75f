import { type Locale, say } from '@/lib/i18n'

import type { HelpTopic } from './help-words'
import { HELP_WORDS } from './help-words'

type TopicListProps = { topics: HelpTopic[]; locale: Locale; hasContents?: boolean }

/** Questions and answers in full: nothing folded away, so that searching in the page and printing work. */
export function TopicList({ topics, locale, hasContents = false }: TopicListProps) {
  return (
    <>
      {hasContents && (
        <nav aria-labelledby="muc-luc" className="mb-8 border-y border-line py-4 print:hidden">
          <h2 id="muc-luc" className="text-base">
            {say(HELP_WORDS.contents, locale)}
          </h2>
          <ul className="mt-1">
            {topics.map((topic) => (
              <li key={topic.id}>
                <a href={`#${topic.id}`} className="inline-block py-1.5">
                  {say(topic.title, locale)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="flex flex-col gap-8">
        {topics.map((topic) => (
          <section key={topic.id} id={topic.id} aria-labelledby={`${topic.id}-ten`}>
            <h2 id={`${topic.id}-ten`} className="text-xl">
              {say(topic.title, locale)}
            </h2>
            {topic.paragraphs.map((paragraph) => (
              <p key={paragraph.vi} className="mt-2">
                {say(paragraph, locale)}
              </p>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
