import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { cataloguePaths } from '@/lib/catalogue'
import { type Locale, say, type Text } from '@/lib/i18n'

import { Column } from './frame'
import { LAYOUT_WORDS } from './words'

/** What can stand in place of a page, each saying what happened, what is safe, and what to do. */
const STATES = {
  'not-found': {
    code: '404',
    title: { vi: 'Không tìm thấy trang này', en: 'This page was not found' },
    words: {
      vi: 'Đường dẫn có thể đã gõ thiếu, hoặc trang đã được chuyển đi. Hãy tìm lại theo tên thủ tục.',
      en: 'The address may be incomplete, or the page has moved. Search for the service by name.',
    },
  },
  failed: {
    code: '500',
    title: { vi: 'Có lỗi ở phía chúng tôi', en: 'Something went wrong on our side' },
    words: {
      vi: 'Lỗi đã được ghi lại để sửa. Những gì bạn đã lưu không mất. Hãy tải lại trang sau ít phút.',
      en: 'The fault has been recorded. Nothing you saved is lost. Reload the page in a few minutes.',
    },
  },
  unavailable: {
    code: '503',
    title: { vi: 'Cổng đang tạm gián đoạn', en: 'The portal is briefly unavailable' },
    words: {
      vi: 'Hồ sơ đã nộp và bản nháp đã lưu vẫn còn nguyên; hạn giải quyết không bị ảnh hưởng. Hãy thử lại sau ít phút.',
      en: 'Submitted dossiers and saved drafts are safe and no deadline is affected. Try again in a few minutes.',
    },
  },
  'too-many': {
    code: '429',
    title: { vi: 'Bạn thao tác quá nhanh', en: 'Too many requests' },
    words: {
      vi: 'Để bảo vệ thông tin của mọi người, cổng giới hạn số lần tra cứu trong một phút. Hãy chờ một phút rồi thử lại.',
      en: 'To protect everybody’s information the portal limits how often one can ask. Wait a minute and try again.',
    },
  },
  'too-large': {
    code: '413',
    title: { vi: 'Nội dung gửi lên quá lớn', en: 'What was sent is too large' },
    words: {
      vi: 'Cổng không nhận nội dung lớn như vậy ở trang này nên chưa lưu gì của lần gửi vừa rồi. Hãy quay lại trang trước, rút ngắn nội dung hoặc chọn tệp nhỏ hơn 50 MB rồi gửi lại.',
      en: 'The portal does not take that much on this page, so nothing of it was saved. Go back, shorten what you typed or choose a file below 50 MB, and send again.',
    },
  },
  'too-slow': {
    code: '408',
    title: { vi: 'Kết nối quá chậm', en: 'The connection was too slow' },
    words: {
      vi: 'Nội dung gửi lên chưa đến đủ nên chưa được lưu. Hãy kiểm tra mạng, quay lại trang trước rồi gửi lại.',
      en: 'Not everything arrived, so it was not saved. Check the network, go back and send again.',
    },
  },
  offline: {
    code: '',
    title: { vi: 'Máy của bạn đang mất kết nối', en: 'You are offline' },
    words: {
      vi: 'Những gì đã hiện “đã lưu” đã nằm trên máy chủ. Giữ nguyên trang này; phần còn lại sẽ được lưu khi có mạng.',
      en: 'Everything marked “saved” is on the server. Keep this page open; the rest is saved once you are back online.',
    },
  },
} as const satisfies Record<string, { code: string; title: Text; words: Text }>

export type PageState = keyof typeof STATES

/** Where something was sent there is no page to load again: the way on is back. */
const isOfSending = (state: PageState) => state === 'too-large' || state === 'too-slow'

export function StatePage({ state, locale }: { state: PageState; locale: Locale }) {
  const { code, title, words } = STATES[state]
  return (
    <Column width="reading">
      <div className="flex flex-col items-start gap-4 py-8 md:py-12">
        <PageTitle>{say(title, locale)}</PageTitle>
        <h1 className="text-2xl md:text-3xl">{say(title, locale)}</h1>
        <p className="text-lg">{say(words, locale)}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          {state === 'not-found' && (
            <LinkButton href={cataloguePaths.search()}>{say(LAYOUT_WORDS.search, locale)}</LinkButton>
          )}
          {!isOfSending(state) && state !== 'not-found' && (
            <LinkButton href="">{say(LAYOUT_WORDS.again, locale)}</LinkButton>
          )}
          <LinkButton href={cataloguePaths.home()} variant="secondary">
            {say(LAYOUT_WORDS.home, locale)}
          </LinkButton>
        </div>
        {code && <p className="mt-6 text-sm text-ink-soft">HTTP {code}</p>}
      </div>
    </Column>
  )
}
