import { type Locale, say, type Text } from '@/lib/i18n'

import { CATALOGUE_WORDS as W } from './words'

const PROMISES: { title: Text; words: Text }[] = [
  {
    title: { vi: 'Không mất công nhập lại', en: 'Nothing typed is lost' },
    words: {
      vi: 'Mỗi mục bạn điền được lưu trên máy chủ ngay; đăng nhập ở máy khác vẫn làm tiếp được.',
      en: 'Every answer is saved on the server at once; continue on any other device.',
    },
  },
  {
    title: { vi: 'Biết trước giá và ngày trả', en: 'Price and date known beforehand' },
    words: {
      vi: 'Phí, lệ phí và thời hạn hiện trước khi bắt đầu; ngày hẹn trả có lời giải thích cách tính.',
      en: 'Fees and time limits are shown before you start; every due date says how it was counted.',
    },
  },
  {
    title: { vi: 'Chỉ yêu cầu bổ sung một lần', en: 'One complete request at most' },
    words: {
      vi: 'Nếu thiếu, cơ quan phải nêu hết trong một lần: thiếu gì, vì sao, sửa thế nào.',
      en: 'If something is missing, the agency must say all of it at once: what, why, and how to mend it.',
    },
  },
  {
    title: { vi: 'Luôn biết hồ sơ ở đâu', en: 'Always know where it is' },
    words: {
      vi: 'Đang ở đơn vị nào, ai xử lý, từ lúc nào, đến bao giờ. Mọi thay đổi báo cho bạn ngay.',
      en: 'Which unit, which person, since when, until when. You hear of every change at once.',
    },
  },
]

type PromisesProps = { figures: { key: string; value: string; label: string }[]; locale: Locale }

/** What people may count on, and the figures of this copy, counted when the page was made. */
export function Promises({ figures, locale }: PromisesProps) {
  return (
    <section aria-labelledby="bao-dam" className="bg-band">
      <div className="mx-auto max-w-page px-4 py-10 sm:px-6 md:py-12">
        <h2 id="bao-dam" className="text-xl md:text-2xl">
          {say(W.promises, locale)}
        </h2>
        <ul className="mt-5 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {PROMISES.map((promise) => (
            <li key={promise.title.vi}>
              <h3 className="text-base">{say(promise.title, locale)}</h3>
              <p className="mt-1 text-ink-soft">{say(promise.words, locale)}</p>
            </li>
          ))}
        </ul>
        {figures.length > 0 && (
          <dl className="mt-8 flex flex-wrap gap-x-12 gap-y-4 border-t border-line pt-6">
            {figures.map((figure) => (
              <div key={figure.key} className="flex flex-col-reverse">
                <dt className="text-ink-soft">{figure.label}</dt>
                <dd className="text-2xl font-semibold text-heading tabular-nums">{figure.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </section>
  )
}
