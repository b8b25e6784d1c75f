import { z } from 'zod'
import { paragraph, space, table } from '../block'
import type { Block } from '../block'
import { bold, italic, plain } from '../face'
import { shortDate } from '../format'
import { checkBlock, closing, heading, letterhead, lookUpBlock, recipients } from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, numbering, party, prose, signer } from '../shapes'

const issued = {
  issuer,
  number: numbering,
  issuedAt: z.date(),
  dossierCode: line,
  /** The law and the dossier it rests on. */
  grounds: z.array(line).min(1),
  recipients: z.array(line),
  signer,
  /** Where its signatures are checked; left out where it has none or no number yet. */
  check: lookUp.optional(),
  lookUp,
}

/** One article; its rows are what it sets out, point by point. */
const article = z.object({ text: prose, rows: z.array(z.object({ label: line, value: prose })).optional() })
type Article = z.infer<typeof article>

/** An individual decision: grounds, what is decided, article by article. */
const decision = z.object({
  template: z.literal('decision'),
  ...issued,
  subject: line,
  /** `TRƯỞNG PHÒNG CẢNH SÁT GIAO THÔNG`: who decides, as it stands above the grounds. */
  authority: line,
  articles: z.array(article).min(1),
})
export type Decision = z.infer<typeof decision>

const licence = z.object({
  number: line,
  class: line,
  issuedOn: z.date().nullable(),
  expiresOn: z.date().nullable(),
})

/** The answer to an exchange of a driving licence: exchanged, or not and why. */
const drivingLicence = z.object({
  template: z.literal('drivingLicence'),
  ...issued,
  authority: line,
  holder: party.extend({ birthDate: line }),
  exchangeReason: line,
  previous: licence,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('granted'), licence, delivery: line }),
    z.object({ kind: z.literal('denied'), reason: prose, basis: line }),
  ]),
})
export type DrivingLicenceResult = z.infer<typeof drivingLicence>

export const result = z.discriminatedUnion('template', [decision, drivingLicence])
export type ResultData = z.infer<typeof result>

export function composeResult(data: ResultData): Composition {
  return data.template === 'decision' ? composeDecision(data) : composeDrivingLicence(data)
}

const body = { indent: 28, after: 6 }

function composeDecision(data: Decision): Composition {
  return decided(data, { subject: data.subject, articles: data.articles })
}

function composeDrivingLicence(data: DrivingLicenceResult): Composition {
  const { outcome } = data
  const isGranted = outcome.kind === 'granted'
  return decided(data, {
    subject: isGranted ? 'Về việc đổi giấy phép lái xe' : 'Về việc không đổi giấy phép lái xe',
    articles: (isGranted ? grantedArticles(data, outcome) : deniedArticles(data, outcome)).map((text) => ({ text })),
  })
}

type Granted = Extract<DrivingLicenceResult['outcome'], { kind: 'granted' }>
type Denied = Extract<DrivingLicenceResult['outcome'], { kind: 'denied' }>

function holderText({ holder }: DrivingLicenceResult): string {
  const parts = [
    `ông (bà) ${holder.name}`,
    `sinh ngày ${holder.birthDate}`,
    ...(holder.idNumber === undefined ? [] : [`số định danh cá nhân ${holder.idNumber}`]),
    ...(holder.address === undefined ? [] : [`nơi cư trú: ${holder.address}`]),
  ]
  return parts.join(', ')
}

function grantedArticles(data: DrivingLicenceResult, { licence: next, delivery }: Granted): string[] {
  const issuedOn = next.issuedOn === null ? '' : `, cấp ngày ${shortDate(next.issuedOn)}`
  const expiry = next.expiresOn === null ? 'không thời hạn' : `có giá trị đến ngày ${shortDate(next.expiresOn)}`
  return [
    `Đổi giấy phép lái xe cho ${holderText(data)}.`,
    `Giấy phép lái xe mới: số ${next.number}, hạng ${next.class}${issuedOn}, ${expiry}. Lý do đổi: ${data.exchangeReason}.`,
    `Giấy phép lái xe số ${data.previous.number}, hạng ${data.previous.class} hết giá trị sử dụng kể từ khi giấy phép mới có hiệu lực và được thu hồi khi trả kết quả. Hình thức trả kết quả: ${delivery}.`,
    `Quyết định này có hiệu lực kể từ ngày ký. Ông (bà) ${data.holder.name} và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.`,
  ]
}

function deniedArticles(data: DrivingLicenceResult, { reason, basis }: Denied): string[] {
  return [
    `Không đổi giấy phép lái xe số ${data.previous.number}, hạng ${data.previous.class} cho ${holderText(data)}.`,
    `Lý do: ${reason} Căn cứ: ${basis}.`,
    `Ông (bà) ${data.holder.name} có quyền nộp lại hồ sơ khi đủ điều kiện; có quyền khiếu nại trong thời hạn 90 ngày kể từ ngày nhận được Quyết định này, hoặc khởi kiện tại Tòa án theo quy định của pháp luật.`,
    'Quyết định này có hiệu lực kể từ ngày ký.',
  ]
}

type Issued = Pick<
  Decision,
  | 'issuer'
  | 'number'
  | 'issuedAt'
  | 'dossierCode'
  | 'grounds'
  | 'recipients'
  | 'signer'
  | 'check'
  | 'lookUp'
  | 'authority'
>

function articleBlocks({ text, rows }: Article, index: number): Block[] {
  const opening = paragraph([bold(`Điều ${String(index + 1)}. `), plain(text)], { ...body, keep: rows !== undefined })
  return rows === undefined ? [opening] : [opening, particulars(rows)]
}

function particulars(rows: NonNullable<Article['rows']>): Block {
  const columns = [
    { title: 'Mục', share: 40 },
    { title: 'Nội dung', share: 94 },
  ]
  return table(
    columns,
    rows.map(({ label, value }) => [[plain(label)], [bold(value)]]),
    12,
  )
}

function decided(data: Issued, decision: { subject: string; articles: readonly Article[] }): Composition {
  const grounds = data.grounds.map((ground, index): Block => {
    const end = index === data.grounds.length - 1 ? '.' : ';'
    return paragraph([italic(`${ground.replace(/[.;]$/, '')}${end}`)], body)
  })
  const lookUp = data.check === undefined ? lookUpBlock(data.lookUp, 'Mã hồ sơ') : checkBlock(data.check, 'Mã hồ sơ')
  return {
    title: `Quyết định ${decision.subject.charAt(0).toLowerCase()}${decision.subject.slice(1)} (hồ sơ ${data.dossierCode})`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.issuedAt),
      ...heading('Quyết định', decision.subject),
      paragraph([bold(data.authority.toUpperCase())], { align: 'centre', after: 8, keep: true }),
      ...grounds,
      paragraph([bold('QUYẾT ĐỊNH:')], { align: 'centre', before: 4, after: 8, keep: true }),
      ...decision.articles.flatMap(articleBlocks),
      ...closing({ ...recipients(data.recipients), foot: [space(8), { ...lookUp, captionSize: 9 }] }, data.signer),
    ],
  }
}
