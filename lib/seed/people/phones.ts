import { DEMO_OFFICERS, sampleId } from './officers'

/** Area codes of Hanoi and Ho Chi Minh City. */
const areaOf = (agencyCode: string) => (agencyCode.startsWith('H29.') ? '28' : '24')

/** No subscriber's number begins with 0 after the area code: what is called here reaches nobody. */
const sampleNumber = (agencyCode: string, number: number) =>
  `+84${areaOf(agencyCode)}${String(number).padStart(8, '0')}`

/** Those people ask about their dossiers; whoever else is asked about one is reached at the desk. */
const CALLED = ['oneStopOfficer', 'caseOfficer', 'unitHead']

const ofOfficers = DEMO_OFFICERS.map(({ id, grant }, index) => ({
  ...{ id: sampleId(3, index + 1), userId: id, agencyCode: null, role: grant.role },
  phone: sampleNumber(grant.agencyCode, 101 + index),
})).filter(({ role }) => CALLED.includes(role))

const desks = DEMO_OFFICERS.filter(({ grant }) => grant.role === 'oneStopOfficer').map(({ grant }) => grant.agencyCode)

const ofDesks = desks.map((agencyCode, index) => ({
  ...{ id: sampleId(4, index + 1), userId: null, agencyCode },
  phone: sampleNumber(agencyCode, 1 + index),
}))

/** Where the demo's officers and one-stop desks are called. */
export const DEMO_PHONES = [...ofOfficers.map(({ role: _, ...phone }) => phone), ...ofDesks]
