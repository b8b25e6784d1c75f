import { LAYOUT_WORDS } from '@/components/layout/words'
import { PageTitle } from '@/components/ui/page-title'
import { cataloguePaths } from '@/lib/catalogue'
import { type Locale, say } from '@/lib/i18n'

import { SearchBox } from './search-box'
import { CATALOGUE_WORDS as W } from './words'

const EXAMPLES: Record<Locale, string[]> = {
  vi: ['đổi bằng lái xe', 'làm giấy khai sinh', 'mở hộ kinh doanh', 'đăng ký thường trú'],
  en: ['driving licence', 'birth registration', 'household business', 'permanent residence'],
}

export function HomeHero({ locale }: { locale: Locale }) {
  return (
    <section aria-labelledby="tim" className="on-deep bg-deep text-on-deep">
      <div className="mx-auto max-w-page px-4 pt-8 pb-10 sm:px-6 md:pt-12 md:pb-14">
        <PageTitle>{say(LAYOUT_WORDS.tagline, locale)}</PageTitle>
        <h1 id="tim" className="text-2xl text-on-deep md:text-3xl">
          {say(W.heroTitle, locale)}
        </h1>
        <p className="mt-2 mb-5 max-w-reading text-deep-soft">{say(W.heroLead, locale)}</p>
        <SearchBox id="q" locale={locale} />
        <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-deep-soft">
          <span>{say(W.try, locale)}:</span>
          {EXAMPLES[locale].map((example) => (
            <a key={example} href={cataloguePaths.results({ q: example })} className="text-on-deep hover:text-on-deep">
              {example}
            </a>
          ))}
        </p>
      </div>
    </section>
  )
}
