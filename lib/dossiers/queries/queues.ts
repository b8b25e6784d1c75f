import type { Role } from '@/lib/access'
import type { Text } from '@/lib/i18n'

/** The officer's queues, in the order of the screen, each with what stands for it in an address. */
export const QUEUES = {
  new: { slug: 'moi-nop', words: { vi: 'Mới nộp', en: 'New' } },
  unassigned: { slug: 'chua-phan-cong', words: { vi: 'Chưa phân công', en: 'Unassigned' } },
  unattended: { slug: 'khong-nguoi', words: { vi: 'Không còn người xử lý', en: 'Unattended' } },
  mine: { slug: 'cua-toi', words: { vi: 'Của tôi', en: 'Mine' } },
  nearDue: { slug: 'sap-den-han', words: { vi: 'Sắp đến hạn', en: 'Near due' } },
  overdue: { slug: 'qua-han', words: { vi: 'Quá hạn', en: 'Overdue' } },
  awaitingApplicant: { slug: 'cho-nguoi-nop', words: { vi: 'Chờ người nộp', en: 'Waiting for applicant' } },
  awaitingApproval: { slug: 'cho-duyet', words: { vi: 'Chờ duyệt', en: 'Awaiting approval' } },
  toReturn: { slug: 'cho-tra', words: { vi: 'Chờ trả kết quả', en: 'To be returned' } },
  all: { slug: 'tat-ca', words: { vi: 'Tất cả', en: 'All' } },
} as const satisfies Record<string, { slug: string; words: Text }>
export type Queue = keyof typeof QUEUES

/** The queue an address names; null for none. */
export function queueAt(slug: string | undefined): Queue | null {
  return ALL.find((queue) => QUEUES[queue].slug === slug) ?? null
}

const ALL = Object.keys(QUEUES).filter((key): key is Queue => Object.hasOwn(QUEUES, key))

/** The queues of each role, the one it comes for first; whoever has none works on no dossiers. */
const QUEUES_OF: Partial<Record<Role, readonly Queue[]>> = {
  oneStopOfficer: ['new', 'toReturn', 'awaitingApplicant', 'unassigned', 'unattended', 'nearDue', 'overdue'],
  caseOfficer: ['mine', 'unassigned', 'awaitingApplicant', 'awaitingApproval', 'nearDue', 'overdue'],
  unitHead: ['unassigned', 'unattended', 'mine', 'nearDue', 'overdue', 'awaitingApplicant', 'awaitingApproval'],
  departmentHead: ['awaitingApproval', 'new', 'unassigned', 'unattended', 'nearDue', 'overdue', 'awaitingApplicant'],
  agencyLeader: ['awaitingApproval', 'new', 'unassigned', 'unattended', 'nearDue', 'overdue', 'awaitingApplicant'],
  registrar: ['toReturn', 'awaitingApproval'],
  financeOfficer: ['all'],
  archivist: ['all'],
  agencyAdmin: ['all', 'nearDue', 'overdue'],
  auditor: ['all', 'nearDue', 'overdue'],
}

/** The queues somebody with these roles works from, in the order of the screen, and the one to begin with; none for outsiders. */
export function queuesFor(roles: readonly Role[]): { first: Queue; shown: Queue[] } | null {
  const theirs = roles.map((role) => QUEUES_OF[role] ?? []).filter((queues) => queues.length > 0)
  const first = FIRST.find((queue) => theirs.some((queues) => queues[0] === queue))
  if (first === undefined) return null
  return { first, shown: ALL.filter((queue) => queue === 'all' || theirs.some((queues) => queues.includes(queue))) }
}

/** Of several roles the one decides whose work nobody else does. */
const FIRST: readonly Queue[] = ['awaitingApproval', 'new', 'unassigned', 'mine', 'toReturn', 'all']
