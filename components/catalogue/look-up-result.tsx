import { classes } from '@/components/ui/classes'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { FINAL_STATES, STAGES, type State, STATE_WORDS } from '@/lib/dossiers'
import { type Locale, say, type Text } from '@/lib/i18n'

const WORDS = {
  stages: { vi: 'Tiến độ giải quyết', en: 'Progress' },
  code: { vi: 'Mã tra cứu', en: 'Code' },
  state: { vi: 'Tình trạng', en: 'State' },
  reached: { vi: 'đã qua', en: 'done' },
  here: { vi: 'đang ở bước này', en: 'now' },
  privacy: {
    vi: 'Trang này chỉ cho biết tiến độ. Nếu là hồ sơ của bạn, hãy đăng nhập để xem người xử lý, hạn trả và giấy tờ.',
    en: 'This page shows progress only. If the dossier is yours, sign in to see who handles it, the due date and its papers.',
  },
  late: {
    vi: 'Đã qua ngày hẹn trên giấy tiếp nhận mà chưa có kết quả? Cơ quan phải xin lỗi bằng văn bản, nêu lý do và hẹn lại nhiều nhất một lần. Hãy liên hệ cơ quan ghi trên giấy tiếp nhận.',
    en: 'The day on your receipt has passed and there is no result? The agency must apologise in writing, give the reason, and set one new date at most. Contact the agency named on the receipt.',
  },
  noneTitle: { vi: 'Không có hồ sơ nào mang mã “{code}”', en: 'There is no dossier with the code “{code}”' },
  noneHelp: {
    vi: 'Hãy so lại từng ký tự với giấy tiếp nhận. Mã nộp hồ sơ gồm 10 ký tự, không có chữ I, L, O, U.',
    en: 'Compare every character with your receipt. A submission number has 10 characters and no I, L, O or U.',
  },
} as const satisfies Record<string, Text>

/** All that is public of a dossier: its code and how far it is. */
export type LookUpAnswer = { code: string; state: State; reached: number } | { code: string; state: null }

const LOOKS = {
  done: { bar: 'bg-action', words: undefined, label: WORDS.reached },
  here: { bar: 'bg-accent', words: 'font-semibold', label: WORDS.here },
  todo: { bar: 'bg-line', words: 'text-ink-soft', label: null },
} as const

/** Whose agency has named a day and not kept it yet. The day itself is not public (TT 01/2018/TT-VPCP article 16.2d). */
const HAS_PROMISED: readonly State[] = ['accepted', 'in_review', 'awaiting_approval', 'withdrawal_requested']

/** The last stage reached is where it is, unless nothing more will happen. */
function lookOf(stage: number, reached: number, state: State): keyof typeof LOOKS {
  if (stage > reached) return 'todo'
  return stage === reached && !FINAL_STATES.some((final) => final === state) ? 'here' : 'done'
}

function Stages({ state, reached, locale }: { state: State; reached: number; locale: Locale }) {
  return (
    <ol aria-label={say(WORDS.stages, locale)} className="mt-5 mb-6 grid gap-x-2 gap-y-3 sm:grid-cols-5">
      {STAGES.map((stage, index) => {
        const look = lookOf(index + 1, reached, state)
        const { bar, words, label } = LOOKS[look]
        return (
          <li
            key={stage.vi}
            aria-current={look === 'here' ? 'step' : undefined}
            className="flex items-center gap-3 sm:block"
          >
            <span aria-hidden="true" className={classes('block h-1.5 w-8 shrink-0 sm:w-full', bar)} />
            <span className={classes('block text-sm sm:mt-2', words)}>
              {say(stage, locale)}
              {label && <span className="sr-only"> ({say(label, locale)})</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

export function LookUpResult({ answer, locale }: { answer: LookUpAnswer; locale: Locale }) {
  if (answer.state === null) {
    return (
      <Notice tone="warn" title={say(WORDS.noneTitle, locale, { code: answer.code })} locale={locale} isLive>
        <p>{say(WORDS.noneHelp, locale)}</p>
      </Notice>
    )
  }
  return (
    <section aria-labelledby="ket-qua" role="status">
      <h2 id="ket-qua" className="text-xl">
        {say(STATE_WORDS[answer.state], locale)}
      </h2>
      <Stages state={answer.state} reached={answer.reached} locale={locale} />
      <SummaryList
        items={[
          { key: 'code', term: say(WORDS.code, locale), value: <span className="font-mono">{answer.code}</span> },
          { key: 'state', term: say(WORDS.state, locale), value: say(STATE_WORDS[answer.state], locale) },
        ]}
      />
      {HAS_PROMISED.includes(answer.state) && <p className="mt-4">{say(WORDS.late, locale)}</p>}
      <p className="mt-4 text-ink-soft">{say(WORDS.privacy, locale)}</p>
    </section>
  )
}
