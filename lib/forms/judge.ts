import type { Issue } from '@/lib/kernel'
import type { Answer, Answers, Scope } from './answers'
import { isParts, isRows } from './answers'
import type { Field } from './definition'
import { inRow, issueOf } from './issue'
import { KINDS } from './kinds/table'
import { emptyTyped, typedText } from './typed'
import type { RuleScope } from './rule'
import { evaluate } from './rule'

/** What an answer came to: its value (undefined for an allowed blank), or what is wrong where. */
export type Verdict = { ok: true; value: Answer | undefined } | { ok: false; issues: Issue[] }

const MOST_ROWS = 50

/** Judges what was typed (or kept) for a field; `path` names the place in the issues. */
export function judge(field: Field, path: string, raw: unknown, scope: Scope & { rules?: RuleScope }): Verdict {
  if (field.kind === 'group') return judgeRows(field, path, raw, scope)
  const kind = KINDS[field.kind]
  const parsed = kind.parse(raw, field, scope)
  if (!parsed.ok) return { ok: false, issues: [issueOf(path, field.label, parsed.error)] }
  if (parsed.value === undefined && field.required !== false) {
    return { ok: false, issues: [issueOf(path, field.label, { code: kind.blank })] }
  }
  return parsed
}

function judgeRows(group: Field, path: string, raw: unknown, scope: Scope & { rules?: RuleScope }): Verdict {
  const least = fewestRows(group)
  const rows = rowsToJudge(Array.isArray(raw) ? raw : [], least)
  const most = group.max ?? MOST_ROWS
  const verdicts = rows.slice(0, most).map((row) => judgeRow(group, path, row, scope))
  const issues = verdicts.flatMap((verdict) => verdict.issues)
  if (rows.length < least) issues.push(issueOf(path, group.label, { code: 'too-few', values: { min: least } }))
  else if (rows.length > most) issues.push(issueOf(path, group.label, { code: 'too-many', values: { max: most } }))
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: rows.length === 0 ? undefined : verdicts.map(({ answers }) => answers) }
}

/** Rows a group needs: one where it is required and says nothing else. */
export function fewestRows(group: Field): number {
  return group.min ?? (group.required === false ? 0 : 1)
}

type Row = { row: Answers; at: number }

/** Rows left blank are nothing said, unless so many rows are needed. */
function rowsToJudge(raw: readonly unknown[], least: number): Row[] {
  const rows = raw.map((row, at) => ({ row: isAnswers(row) ? row : {}, at }))
  const filled = rows.filter(({ row }) => Object.values(row).some((value) => !emptyTyped(value)))
  return filled.length >= least ? filled : rows
}

function isAnswers(row: unknown): row is Answers {
  return isParts(row)
}

function judgeRow(group: Field, path: string, { row, at }: Row, scope: Scope & { rules?: RuleScope }) {
  const issues: Issue[] = []
  const answers: Record<string, Answer> = {}
  const beside = { ...scope, row: answers }
  const rules = rowRules(row, answers, scope)
  for (const field of group.fields ?? []) {
    if (field.showWhen !== undefined && !evaluate(field.showWhen, rules)) continue
    const verdict = judge(field, `${path}.${String(at)}.${field.id}`, row[field.id], beside)
    if (!verdict.ok) issues.push(...verdict.issues.map((issue) => inRow(issue, group, at)))
    else if (verdict.value !== undefined) answers[field.id] = verdict.value
  }
  return { issues, answers }
}

/** The questions that apply in one row of a group, given what stands in the row. */
export function fieldsInRow(group: Field, row: Answers, scope: Scope): Field[] {
  const rules = rowRules(row, {}, scope)
  return (group.fields ?? []).filter(({ showWhen }) => showWhen === undefined || evaluate(showWhen, rules))
}

/** In a row, ".name" is a field of the same row that stands before. */
function rowRules(
  row: Answers,
  answers: Answers,
  { rules, answers: outer, facts, today }: Scope & { rules?: RuleScope },
): RuleScope {
  return {
    field: (id) =>
      id.startsWith('.') ? (answers[id.slice(1)] ?? row[id.slice(1)]) : rules ? rules.field(id) : outer[id],
    fact: (path) => facts[path],
    today,
  }
}

/**
 * What a draft keeps of something typed: the value where it is valid, otherwise the typing itself, so that nothing
 * typed is lost (cut at 20,000 characters, without what no database can hold).
 */
export function keep(field: Field, raw: unknown, scope: Scope): Answer | undefined {
  if (field.kind === 'group') {
    return Array.isArray(raw) ? raw.map((row: unknown) => keepRow(field, row, scope)) : undefined
  }
  const parsed = KINDS[field.kind].parse(raw, field, scope)
  return parsed.ok ? parsed.value : typedText(raw)
}

function keepRow(group: Field, row: unknown, scope: Scope): Answers {
  const typed = isAnswers(row) ? row : {}
  return Object.fromEntries((group.fields ?? []).map((field) => [field.id, keep(field, typed[field.id], scope)]))
}

/** What the officer should look at: answers that are allowed but doubtful. */
export function doubtsAbout(field: Field, path: string, value: Answer | undefined, scope: Scope): Issue[] {
  if (value === undefined) return []
  if (field.kind !== 'group') {
    const kind = KINDS[field.kind]
    return 'doubts' in kind ? kind.doubts(value, field, scope).map((doubt) => issueOf(path, field.label, doubt)) : []
  }
  return (isRows(value) ? value : []).flatMap((row, at) => {
    const beside = { ...scope, row }
    return (field.fields ?? []).flatMap((inner) =>
      doubtsAbout(inner, `${path}.${String(at)}.${inner.id}`, row[inner.id], beside).map((doubt) =>
        inRow(doubt, field, at),
      ),
    )
  })
}
