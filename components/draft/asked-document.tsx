import { fileDetails, Thumbnail } from '@/components/dossier/file-list'
import { ROUND_WORDS } from '@/components/dossier/round-words'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FileRow } from '@/components/ui/file-row'
import { Notice } from '@/components/ui/notice'
import type { Attachment } from '@/lib/attachments'
import { attachmentPaths } from '@/lib/attachments'
import { paths, SUPPLEMENT_REASONS } from '@/lib/dossiers'
import type { FilePlan, SupplementItem } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { FormName } from './draft-forms'
import { DRAFT_WORDS as D } from './words'

type Earlier = { file: Attachment; plan: FilePlan }
type Props = { draftId: string; item: SupplementItem | undefined; earlier: Earlier[]; locale: Locale }

/** The officer's words about a document, and each file handed in for it with what becomes of it. */
export function AskedDocument({ draftId, item, earlier, locale }: Props) {
  return (
    <div className="flex flex-col gap-4 pb-4">
      {item !== undefined && <AskedFor item={item} locale={locale} />}
      {earlier.length > 0 && (
        <div>
          <p className="font-semibold">{say(D.earlierFiles, locale)}</p>
          <ul>
            {earlier.map((earlierFile) => (
              <EarlierFile key={earlierFile.file.id} {...earlierFile} draftId={draftId} locale={locale} />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** What is wrong with one thing and how to mend it. */
export function AskedFor({ item, locale }: { item: SupplementItem; locale: Locale }) {
  const title = `${say(item.label, locale)}: ${say(SUPPLEMENT_REASONS[item.reason], locale)}`
  return (
    <Notice tone="warn" locale={locale} title={title}>
      <p className="wrap-anywhere whitespace-pre-line">
        {say(ROUND_WORDS.howToMend, locale)}: {item.howToMend}
      </p>
    </Notice>
  )
}

function EarlierFile({ file, plan, draftId, locale }: Earlier & { draftId: string; locale: Locale }) {
  const { canStay, isReplaced } = plan
  return (
    <FileRow
      name={file.name}
      href={attachmentPaths.file(file.id)}
      details={fileDetails(file, locale)}
      thumbnail={<Thumbnail file={file} />}
      state={
        <Badge tone={isReplaced ? 'warn' : 'neutral'}>{say(isReplaced ? D.willBeReplaced : D.willStay, locale)}</Badge>
      }
      actions={
        canStay && (
          <form method="post" action={paths.draftDocuments(draftId)} data-in-place="">
            <FormName name="thay-tep" />
            <input type="hidden" name="tep" value={file.id} />
            <input type="hidden" name="thay" value={isReplaced ? 'khong' : 'co'} />
            <Button variant="quiet">
              {say(isReplaced ? D.keepFile : D.replaceFile, locale)}
              <span className="sr-only">: {file.name}</span>
            </Button>
          </form>
        )
      }
    />
  )
}
