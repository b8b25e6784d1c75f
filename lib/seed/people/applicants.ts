/** The invented people of the demo's identity provider, who are chosen on its page; `post` is what kind of account theirs is. */
export const DEMO_APPLICANTS = [
  { name: 'Nguyễn Văn An', post: 'công dân' },
  { name: 'Trần Thị Bình', post: 'công dân' },
  { name: 'Công ty TNHH Thương mại Sao Mai (Lê Hoàng Nam)', post: 'doanh nghiệp' },
  { name: 'Phạm Minh Đức', post: 'công dân, định danh mức độ 01' },
] as const
