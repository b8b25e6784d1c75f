import type { Role } from '@/lib/access'
import type { Text } from '@/lib/i18n'

/** The officer's queues, in the order of the screen; the URL carries the key. */
export const QUEUES = {
  'moi-nop': { vi: 'Mới nộp', en: 'New' },
  'chua-phan-cong': { vi: 'Chưa phân công', en: 'Unassigned' },
  'khong-nguoi': { vi: 'Không còn người xử lý', en: 'Unattended' },
  'cua-toi': { vi: 'Của tôi', en: 'Mine' },
  'sap-den-han': { vi: 'Sắp đến hạn', en: 'Near due' },
  'qua-han': { vi: 'Quá hạn', en: 'Overdue' },
  'cho-nguoi-nop': { vi: 'Chờ người nộp', en: 'Waiting for applicant' },
  'cho-duyet': { vi: 'Chờ duyệt', en: 'Awaiting approval' },
  'cho-tra': { vi: 'Chờ trả kết quả', en: 'To be returned' },
  'tat-ca': { vi: 'Tất cả', en: 'All' },
} as const satisfies Record<string, Text>
export type Queue = keyof typeof QUEUES

export function queueOf(value: string | undefined): Queue | null {
  return ALL.find((queue) => queue === value) ?? null
}

const ALL = Object.keys(QUEUES).filter((key): key is Queue => Object.hasOwn(QUEUES, key))

/** The queues of each role, the one it comes for first; whoever has none works on no dossiers. */
const QUEUES_OF: Partial<Record<Role, readonly Queue[]>> = {
  oneStopOfficer: ['moi-nop', 'cho-tra', 'cho-nguoi-nop', 'chua-phan-cong', 'khong-nguoi', 'sap-den-han', 'qua-han'],
  caseOfficer: ['cua-toi', 'chua-phan-cong', 'cho-nguoi-nop', 'cho-duyet', 'sap-den-han', 'qua-han'],
  unitHead: ['chua-phan-cong', 'khong-nguoi', 'cua-toi', 'sap-den-han', 'qua-han', 'cho-nguoi-nop', 'cho-duyet'],
  departmentHead: ['cho-duyet', 'moi-nop', 'chua-phan-cong', 'khong-nguoi', 'sap-den-han', 'qua-han', 'cho-nguoi-nop'],
  agencyLeader: ['cho-duyet', 'moi-nop', 'chua-phan-cong', 'khong-nguoi', 'sap-den-han', 'qua-han', 'cho-nguoi-nop'],
  registrar: ['cho-tra', 'cho-duyet'],
  financeOfficer: ['tat-ca'],
  archivist: ['tat-ca'],
  agencyAdmin: ['tat-ca', 'sap-den-han', 'qua-han'],
  auditor: ['tat-ca', 'sap-den-han', 'qua-han'],
}

/** The queues somebody with these roles works from, in the order of the screen, and the one to begin with; none for outsiders. */
export function queuesFor(roles: readonly Role[]): { first: Queue; shown: Queue[] } | null {
  const theirs = roles.map((role) => QUEUES_OF[role] ?? []).filter((queues) => queues.length > 0)
  const first = FIRST.find((queue) => theirs.some((queues) => queues[0] === queue))
  if (first === undefined) return null
  return { first, shown: ALL.filter((queue) => queue === 'tat-ca' || theirs.some((queues) => queues.includes(queue))) }
}

/** Of several roles the one decides whose work nobody else does. */
const FIRST: readonly Queue[] = ['cho-duyet', 'moi-nop', 'chua-phan-cong', 'cua-toi', 'cho-tra', 'tat-ca']
