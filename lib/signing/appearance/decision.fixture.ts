/** A decision of a demo agency, as data of a paper. */
export const DECISION = {
  template: 'decision' as const,
  issuer: { parentName: 'Công an thành phố Hà Nội', name: 'Phòng Cảnh sát giao thông', place: 'Hà Nội' },
  number: { value: 5, notation: 'QĐ-CSGT' },
  issuedAt: new Date('2026-11-20T03:00:00Z'),
  dossierCode: 'G01.126.08-261005-0007',
  recipients: ['Ông Nguyễn Văn An', 'Lưu: VT, hồ sơ'],
  signer: { authority: ['Trưởng phòng'], name: 'Phạm Quốc Dũng' },
  check: { url: 'https://motcua.example.vn/tra-cuu?ma=1', code: '1' },
  lookUp: { url: 'https://motcua.example.vn/tra-cuu?ma=1', code: '1' },
  authority: 'Trưởng phòng Cảnh sát giao thông',
  subject: 'Về việc giải quyết hồ sơ',
  grounds: ['Căn cứ Luật Trật tự, an toàn giao thông đường bộ'],
  articles: [{ text: 'Đồng ý giải quyết.' }, { text: 'Ông Nguyễn Văn An chịu trách nhiệm thi hành.' }],
}
