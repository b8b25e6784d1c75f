import { FileRow } from '@/components/ui/file-row'
import { readableSize } from '@/lib/attachments'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { shortMoment } from './moment-text'
import { DOSSIER_WORDS, MADE_BY_PORTAL, PAPER_WORDS, SIGNED_LEVEL_WORDS } from './words'

export type Paper = {
  id: string
  kind: string
  number: string
  size: number
  issuedAt: Date
  signedLevel: 'unsigned' | 'B-LT' | 'B-LTA'
  /** The leader who signed it as a person. */
  signerName: string | null
}

/** Official papers made for the dossier, each a PDF. */
export function PaperList({ papers, locale }: { papers: Paper[]; locale: Locale }) {
  if (papers.length === 0) return <p className="text-ink-soft">{say(DOSSIER_WORDS.noPapers, locale)}</p>
  return (
    <ul>
      {papers.map((paper) => (
        <FileRow
          key={paper.id}
          name={say(PAPER_WORDS[paper.kind] ?? { vi: paper.kind, en: paper.kind }, locale)}
          href={paths.issuedDocument(paper.id)}
          details={[
            ...(paper.number === '' ? [] : [paper.number]),
            'PDF',
            readableSize(paper.size),
            shortMoment(paper.issuedAt),
          ]}
          state={<Signed paper={paper} locale={locale} />}
        />
      ))}
    </ul>
  )
}

/** Who signed it and for how long that can be checked, in plain words. */
function Signed({ paper: { kind, signedLevel, signerName }, locale }: { paper: Paper; locale: Locale }) {
  const isOwn = kind === 'acknowledgement' && signedLevel === 'unsigned'
  const level = say(isOwn ? MADE_BY_PORTAL : SIGNED_LEVEL_WORDS[signedLevel], locale)
  return (
    <span className="block text-sm">
      {signerName !== null && (
        <span className="block">{say(DOSSIER_WORDS.signedByLeader, locale, { name: signerName })}</span>
      )}
      <span className={signedLevel === 'unsigned' ? 'text-ink-soft' : undefined}>{level}</span>
    </span>
  )
}
