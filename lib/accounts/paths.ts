import { address } from '@/lib/kernel'

const signInFailed = address('/dang-nhap/loi')
const stepUp = address('/dang-nhap/xac-thuc-lai')

/** Signing in and out, what is one's own, and the people of an agency. The way back is added by `withReturn`. */
export const accountPaths = {
  signIn: address('/dang-nhap'),
  officerSignIn: address('/dang-nhap/can-bo'),
  officerCode: address('/dang-nhap/can-bo/ma'),
  certificateSignIn: address('/dang-nhap/chung-thu'),
  stepUp,
  /** The same for a session that a certificate opened. */
  certificateStepUp: address('/dang-nhap/xac-thuc-lai/chung-thu'),
  /** Where a person confirms who they are, and comes back to `path` afterwards. */
  stepUpFor: (path: string) => `${stepUp()}?tiep=${encodeURIComponent(path)}`,
  signInFailed,
  signInFailedBy: (fault: string) => `${signInFailed()}?ly-do=${fault}`,
  signOut: address('/dang-xuat'),
  signedOut: address('/dang-xuat/xong'),
  account: address('/tai-khoan'),
  /** Language and text size. */
  preferences: address('/tuy-chon'),
  /** The pages on which administrators look after officers. */
  officers: address('/quan-tri/can-bo'),
  officer: address('/quan-tri/can-bo/[id]'),
  agencyOfficers: address('/quan-tri/can-bo/co-quan/[ma]'),
  /** Of next-auth. */
  auth: address('/api/auth/[...nextauth]'),
  /** How long the session lasts, asked for by a page that lies open. */
  session: address('/api/auth/phien'),
  /** What a certificate signed to prove whose it is. */
  certificateAnswer: address('/api/dang-nhap/chung-thu'),
} as const
