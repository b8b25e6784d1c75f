import type { Sql } from 'postgres'

/** The demo agency of the traffic police comes first: the heaviest of a long tail, as one agency always is. */
const BUSIEST = 'G01.126.08'
const BATCH = 100_000
const DAYS = 730
/** Odd, so that multiplying by it modulo 2^40 gives every number another code. */
const SPREAD = '741457832123'
const SURNAMES = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const MIDDLES = 'Văn Thị Đức Minh Ngọc Thanh Hữu Quang Thu Hồng Xuân Gia Bảo Khánh'.split(' ')
const GIVEN =
  'An Bình Cường Dũng Đạt Giang Hà Hải Hạnh Hiếu Hoa Hùng Huy Khoa Lan Linh Long Mai Minh Nam Nga Nhung Phúc Quân Sơn Tâm Thảo Trang Tuấn Vy Yến'.split(
    ' ',
  )

export type Filled = { count: number; seconds: number }

type FillOrder = {
  /** As owner, without a statement timeout. */
  sql: Sql
  count: number
  now: Date
  /** Officers of the busiest agency who share its work, the named ones among them. */
  officers: readonly string[]
  /** Their unit. */
  unitId: string
}

/**
 * Fills the database with dossiers of two years, spread over every agency with a long tail and over the states as age
 * would have it: nearly all older than two weeks are closed. Set-based; indexes are made at the end, as a restore does.
 */
export async function fillDossiers(order: FillOrder): Promise<Filled> {
  const started = performance.now()
  const { sql, count } = order
  await sql`set session_replication_role = replica`
  await prepare(order)
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'dossiers' and indexname not in (select conname from pg_constraint)`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  for (let from = 0; from < count; from += BATCH) {
    const to = Math.min(from + BATCH, count)
    await insertDrafts(order, from, to)
    await insertDossiers(order, from, to)
  }
  await sql`set maintenance_work_mem = '512MB'`
  for (const { definition } of indexes) await sql.unsafe(definition)
  await sql`vacuum analyze dossiers`
  await sql`vacuum analyze drafts`
  await sql`set session_replication_role = origin`
  return { count, seconds: (performance.now() - started) / 1000 }
}

/** Lists to draw from, kept in the session. */
async function prepare({ sql, officers }: FillOrder): Promise<void> {
  await sql`create temporary table places as
    select (row_number() over (order by code <> ${BUSIEST}, level, code) - 1)::int as place, code
    from (select distinct code, level from agencies) as every_agency`
  await sql`create temporary table people as
    select (row_number() over (order by md5(s || m || g)) - 1)::int as person, s || ' ' || m || ' ' || g as name
    from unnest(${SURNAMES}::text[]) s, unnest(${MIDDLES}::text[]) m, unnest(${GIVEN}::text[]) g`
  await sql`create temporary table officers as
    select (ordinality - 1)::int as officer, id::uuid from unnest(${[...officers]}::text[]) with ordinality as o(id)`
  await sql`create temporary table services as
    select (row_number() over (order by p.code) - 1)::int as service, p.code, r.id as revision_id, r.definition -> 'name' as name
    from procedures p join procedure_revisions r on r.procedure_code = p.code`
  await sql`analyze places, people, officers, services`
}

const idOf = (mark: string) =>
  `(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000${mark}' || lpad(to_hex(n), 15, '0'))::uuid`

/** Number n of the whole and when it was submitted: in order of time, as real ones come. */
function numberRows({ sql, count, now }: FillOrder, from: number, to: number) {
  return sql`select n, ${now}::timestamptz - (interval '1 day' * ${DAYS}::float8 * (1 - (n + 1)::float8 / ${count}::float8)) as at
    from generate_series(${from}::int, ${to - 1}::int) n`
}

async function insertDrafts(order: FillOrder, from: number, to: number): Promise<void> {
  const { sql } = order
  await sql`insert into drafts (id, owner_id, procedure_code, revision_id, answers, created_at, saved_at, submitted_at)
    select ${sql.unsafe(idOf('9'))}, md5('p' || n % 400000)::uuid, s.code, s.revision_id, '{}', at, at, at
    from (${numberRows(order, from, to)}) as numbered
    join services s on s.service = n % (select count(*) from services)`
}

/** The same with an agency, a service, a person and the state its age suggests. */
function placeRows(order: FillOrder, from: number, to: number) {
  const { sql, now } = order
  return sql`
    drawn as materialized (
      select n, at, extract(epoch from ${now}::timestamptz - at) / 86400 as age,
        random() as luck, power(random(), 3) as tail, random() as who, random() as busy
      from (${numberRows(order, from, to)}) as numbered
    ), placed as (
      select d.*, p.code as agency, s.code as service, s.revision_id, s.name as service_name, o.id as officer, q.name as person,
        case
          when age < 0.8 then 'submitted'
          when age < 15 then (array['accepted', 'in_review', 'in_review', 'in_review', 'in_review', 'awaiting_supplement',
            'awaiting_approval', 'completed', 'result_returned', 'withdrawal_requested'])[1 + floor(luck * 10)::int]
          when luck < 0.004 then 'in_review'
          when luck < 0.01 then 'completed'
          when luck < 0.05 then 'not_accepted'
          when luck < 0.08 then 'terminated'
          else 'result_returned'
        end as state
      from drawn d
      join places p on p.place = floor(tail * (select count(*) from places))::int
      join people q on q.person = floor(who * (select count(*) from people))::int
      join officers o on o.officer = floor(busy * (select count(*) from officers))::int
      join services s on s.service = n % (select count(*) from services)
    )`
}

async function insertDossiers(order: FillOrder, from: number, to: number): Promise<void> {
  const { sql, unitId, count } = order
  await sql`
    insert into dossiers (id, draft_id, submission_code, dossier_code, procedure_code, procedure_name, revision_id,
      case_code, submitter_id, applicant_id, applicant_name, applicant_search, applicant_id_hash, answers, facts, fee,
      state, agency_code, receiving_agency_code, unit_id, assignee_id, submitted_at, intake_due_at, accepted_at,
      original_due_at, due_at, completed_at, returned_at, state_since, held_since, closing)
    with ${placeRows(order, from, to)}
    select ${sql.unsafe(idOf('8'))}, ${sql.unsafe(idOf('9'))},
      lpad(upper(to_hex((n::bigint * ${SPREAD}::bigint) & 1099511627775)), 10, '0'),
      case when accepted then agency || '-' || to_char(at, 'YYMMDD') || '-' || lpad(n::text, ${count > 999_999 ? 7 : 6}::int, '0') end,
      service, service_name, revision_id, 'default', md5('p' || n % 400000)::uuid, md5('p' || n % 400000)::uuid, person,
      lower(unaccent(person)), encode(sha256(('p' || n % 400000)::bytea), 'hex'),
      jsonb_build_object('purpose', 'renewal', 'licence.number', n, 'licence.class', 'B', 'delivery', 'post',
        'address', jsonb_build_object('provinceCode', '01', 'wardCode', '00004', 'line', 'Số ' || n % 300 || ' phố Đội Cấn')),
      jsonb_build_object('person.fullName', person, 'person.birthDate', '1990-05-12', 'person.nationality', 'Việt Nam'),
      '{"items": [], "total": 135000}', state, agency,
      case when n % 50 = 0 then ${BUSIEST} else agency end,
      case when accepted and agency = ${BUSIEST} then ${unitId}::uuid end,
      case when accepted and state <> 'accepted' then case when agency = ${BUSIEST} then officer else md5(agency)::uuid end end,
      at, at + interval '1 day', accepted_at, accepted_at + interval '7 days', accepted_at + interval '7 days',
      case when state in ('completed', 'result_returned') then accepted_at + interval '5 days' end,
      case when state = 'result_returned' then accepted_at + interval '6 days' end,
      at + interval '12 hours', at + interval '12 hours',
      case when state in ('not_accepted', 'terminated') then '{"ground": "NĐ 61/2018", "reason": "Hồ sơ không đủ điều kiện."}'::jsonb end
    from placed, lateral (select state not in ('submitted', 'not_accepted') as accepted) as one,
      lateral (select case when accepted then at + interval '6 hours' end as accepted_at) as two
    order by n`
}
