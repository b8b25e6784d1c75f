import { bold, boldItalic, italic, mm, plain } from './face'
import type { Span } from './face'
import { paragraph, rule, space } from './block'
import type { Block, LookUp, Place } from './block'
import { longDate, twoDigits } from './format'
import type { Issuer, LookUpRef, Numbering, Party, ProcedureRef, Signer } from './shapes'

const head = (text: string, face: (text: string) => Span, size = 12): Block =>
  paragraph([face(text)], { size, align: 'centre', after: 0, leading: 1.15, keep: true })

/** A People's Committee is written above the place it is of. */
const onTwoLines = (name: string) => name.replace(/^(ỦY BAN NHÂN DÂN) /, '$1\n')

/** Who issues on the left, the name and motto of the State on the right, below them number and date (Decree 30, App. I). */
export function letterhead(issuer: Issuer, numbering: Numbering | null, at: Date): Block[] {
  const left: Block[] = [
    ...(issuer.parentName === null ? [] : [head(issuer.parentName.toUpperCase(), plain)]),
    head(onTwoLines(issuer.name.toUpperCase()), bold),
    rule(mm(22), 2, 6),
    ...(numbering === null ? [] : numberLine(numbering)),
  ]
  const right: Block[] = [
    head('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold),
    head('Độc lập - Tự do - Hạnh phúc', bold, 13),
    rule(mm(56), 2, 6),
    paragraph([italic(`${issuer.place}, ${longDate(at)}`)], { size: 13, align: 'centre', after: 0 }),
  ]
  return [
    {
      kind: 'columns',
      columns: [
        { share: 0.42, blocks: left },
        { share: 0.58, blocks: right },
      ],
    },
    space(14),
  ]
}

const NUMBER_ROOM = mm(14)

/** `Số: 05/QĐ-CSGT`; without a number, room for it before the notation. */
function numberLine({ value, notation }: Numbering): Block[] {
  const digits = typeof value === 'number' ? twoDigits(value) : value
  const text = digits === null ? `Số: ${'\u00a0'.repeat(14)}/${notation}` : `Số: ${digits}/${notation}`
  const line = paragraph([plain(text)], { size: 13, align: 'centre', after: 0 })
  if (value !== null) return [line]
  const place: Place = {
    kind: 'place',
    height: 0,
    places: [{ name: 'number', x: -NUMBER_ROOM / 2 - mm(5), y: 0, width: NUMBER_ROOM, height: 16 }],
  }
  return [place, line]
}

/** The kind of document in bold capitals, below it what it is about. */
export function heading(kind: string, about?: string): Block[] {
  return [
    paragraph([bold(kind.toUpperCase())], {
      role: 'H1',
      size: 14,
      align: 'centre',
      after: about === undefined ? 10 : 2,
      keep: true,
    }),
    ...(about === undefined
      ? []
      : [paragraph([bold(about)], { role: 'H2', size: 13, align: 'centre', after: 10, keep: true })]),
  ]
}

/** `Họ và tên: Nguyễn Văn An`; what is unknown is left out. */
export function field(label: string, value: string | undefined): Block[] {
  return value === undefined ? [] : [paragraph([plain(`${label}: `), bold(value)], { align: 'left', after: 4 })]
}

/** Room between title and name for the handwritten signature's image; the seal covers a third of it on its left. */
const PERSON = { width: mm(48), height: mm(24) }
const SEAL = mm(36)
const GAP = mm(35)

const SIGNATURE_PLACES: Place = {
  kind: 'place',
  height: GAP,
  places: [
    {
      name: 'organisation',
      x: -PERSON.width / 2 - SEAL + PERSON.width / 3,
      y: (GAP - SEAL) / 2,
      width: SEAL,
      height: SEAL,
    },
    { name: 'person', x: -PERSON.width / 2, y: (GAP - PERSON.height) / 2, width: PERSON.width, height: PERSON.height },
  ],
}

export type Side = { blocks: readonly Block[]; foot?: readonly Block[] }

/** Title and name of the one who signs, with room for signature and seal between. */
function signatureSide({ authority, name }: Signer): Side {
  return {
    blocks: [...authority.map((text) => head(text.toUpperCase(), bold, 13)), SIGNATURE_PLACES],
    foot: [nameLine(name)],
  }
}

function nameLine(name: string): Block {
  return paragraph([bold(name)], { align: 'centre', after: 0 })
}

/** Left whatever stands opposite the signature, right the signature; never parted. */
export function closing(left: Side, signer: Signer): Block[] {
  const columns = [
    { share: 0.46, ...left },
    { share: 0.54, ...signatureSide(signer) },
  ]
  return [space(8), { kind: 'columns', columns }]
}

export function recipients(names: readonly string[]): Side {
  const listed = names.map((name, index) =>
    paragraph([plain(`- ${name}${index === names.length - 1 ? '.' : ';'}`)], {
      size: 11,
      align: 'left',
      after: 0,
      leading: 1.15,
    }),
  )
  const title = paragraph([boldItalic('Nơi nhận:')], { size: 12, align: 'left', after: 0, leading: 1.15 })
  return { blocks: [title, ...listed] }
}

/** The applicant's side of a form: who, and how it was handed in. */
export function submitterSide(title: string, note: string, name: string): Side {
  return {
    blocks: [
      head(title, bold, 13),
      paragraph([italic(note)], { size: 11.5, align: 'centre', after: 0, leading: 1.15 }),
    ],
    foot: [nameLine(name)],
  }
}

export function partyFields(party: Party, label = 'Họ và tên/Tên tổ chức'): Block[] {
  return [
    ...field(label, party.name),
    ...field('Số định danh/Mã số', party.idNumber),
    ...field('Địa chỉ', party.address),
    ...contactLine(party),
  ]
}

function contactLine({ phone, email }: Party): Block[] {
  const parts = [
    ...(phone === undefined ? [] : [[plain('Số điện thoại: '), bold(phone)]]),
    ...(email === undefined ? [] : [[plain('Thư điện tử: '), bold(email)]]),
  ]
  const spans = parts.flatMap((part, index) => (index === 0 ? part : [plain('\u00a0\u00a0\u00a0 '), ...part]))
  return parts.length === 0 ? [] : [paragraph(spans, { align: 'left', after: 4 })]
}

export function procedureField(procedure: ProcedureRef, label = 'Nội dung yêu cầu giải quyết'): Block[] {
  const inCase = procedure.caseName === undefined ? '' : ` – ${procedure.caseName}`
  return field(label, `${procedure.name}${inCase} (mã thủ tục ${procedure.code})`)
}

const LOOK_UP = { size: mm(22), captionSize: 10.5 }

/** The code and the address to look it up at, beside its square code. */
export function lookUpBlock({ url, code }: LookUpRef, label: string): LookUp {
  return {
    kind: 'lookUp',
    url,
    ...LOOK_UP,
    alt: `Mã QR dẫn tới trang tra cứu ${label} ${code}: ${url}`,
    caption: [plain(`${label}: `), bold(code), plain('\nTra cứu tiến độ: quét mã QR hoặc mở địa chỉ\n'), plain(url)],
  }
}

/** The code, and the address at which anyone has the signatures on this very paper checked, beside its square code. */
export function checkBlock({ url, code }: LookUpRef, label: string): LookUp {
  return {
    kind: 'lookUp',
    url,
    ...LOOK_UP,
    alt: `Mã QR dẫn tới trang kiểm tra chữ ký số của văn bản này, ${label} ${code}: ${url}`,
    caption: [
      plain(`${label}: `),
      bold(code),
      plain('\nKiểm tra chữ ký số của văn bản này và tra cứu hồ sơ: quét mã QR hoặc mở địa chỉ\n'),
      plain(url),
    ],
  }
}
