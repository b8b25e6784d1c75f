const SLIP =
  'Bản điện tử này không có chữ ký số của cơ quan. Bản có chữ ký và con dấu được nhận tại bộ phận Một cửa của cơ quan.'

/** What a paper says on its face where nobody signs it here; the portal's own confirmation is signed by nobody and says so itself. */
const UNSIGNED: Readonly<Record<string, string>> = {
  receipt: SLIP,
  supplementRequest: SLIP,
  refusal: SLIP,
  terminationNotice: SLIP,
  result:
    'Bản điện tử này CHƯA có chữ ký của người có thẩm quyền và chữ ký số của cơ quan. Văn bản có giá trị là bản đã ký, đóng dấu, nhận tại bộ phận Một cửa của cơ quan.',
}

/** The mark on a paper's face, as rendering takes it. */
export function faceOf(kind: string, isSigned: boolean): { face?: string } {
  const face = isSigned ? undefined : UNSIGNED[kind]
  return face === undefined ? {} : { face }
}
