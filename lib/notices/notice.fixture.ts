import type { Sql } from 'postgres'
import type { Person } from '@/lib/access'

export const DOSSIER = '01900000-0000-7000-8000-0000000000d1'
const DRAFT = '01900000-0000-7000-8000-0000000000d0'

/** A dossier that its applicant has just submitted. */
export async function aDossier({ sql }: { sql: Sql }, by: Person): Promise<void> {
  const revision = '01900000-0000-7000-8000-0000000000f1'
  await sql`insert into drafts (id, owner_id, procedure_code, revision_id, created_at, saved_at) values (${DRAFT}, ${by.userId}, '1.002809', ${revision}, now(), now())`
  await sql`
    insert into dossiers (id, draft_id, submission_code, procedure_code, procedure_name, revision_id, case_code, submitter_id, applicant_id,
      applicant_name, applicant_search, answers, facts, fee, state, agency_code, receiving_agency_code, submitted_at, intake_due_at, state_since, held_since)
    values (${DOSSIER}, ${DRAFT}, 'ABCDEFGH12', '1.002809', '{"vi":"Đổi giấy phép lái xe","en":"Licence"}', ${revision}, 'EXPIRED', ${by.userId}, ${by.userId},
      'Nguyễn Văn An', 'nguyen van an', '{}', '{}', '{"items":[],"total":0}', 'submitted', 'G01.126.08', 'G01.126.08', now(), '2026-11-25T01:00:00Z', now(), now())`
}
