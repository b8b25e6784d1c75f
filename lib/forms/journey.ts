import type { Issue } from '@/lib/kernel'
import type { Answer, Answers, Scope } from './answers'
import type { Field, FormDefinition, Page } from './definition'
import { doubtsAbout } from './judge'
import type { Reader } from './reader'
import { readForm } from './reader'

/** A page as the applicant meets it: its questions that apply, and whether all of them are answered. */
export type PageState = { page: Page; fields: readonly Field[]; isAnswered: boolean }

export type Journey = {
  pages: readonly PageState[]
  /** The first page with a question to answer; undefined when every question is answered. */
  firstUnanswered: string | undefined
  /** The page to go on at: that one, or one before it which asks nothing that must be answered and which nobody has seen. */
  goOnAt: string | undefined
  complete: boolean
  /** A page may be visited when every page before it is answered. */
  canVisit(pageId: string): boolean
  /** The page after this one, or undefined after the last. */
  next(pageId: string): string | undefined
}

function pageState(page: Page, reader: Reader): PageState {
  const fields = reader.isPageShown(page) ? page.fields.filter((field) => reader.isShown(field)) : []
  return { page, fields, isAnswered: fields.every((field) => reader.verdict(field).ok) }
}

/** Walks the form from its start: pages that apply, in order, up to where answers end. Nothing about it is stored. */
export function walk(definition: FormDefinition, scope: Scope): Journey {
  const reader = readForm(definition, scope)
  const pages = definition.pages.map((page) => pageState(page, reader)).filter(({ fields }) => fields.length > 0)
  const stop = pages.findIndex(({ isAnswered }) => !isAnswered)
  const lastTouched = pages.findLastIndex(({ fields }) => fields.some(({ id }) => scope.answers[id] !== undefined))
  const positionOf = (pageId: string) => pages.findIndex(({ page }) => page.id === pageId)
  return {
    pages,
    firstUnanswered: pages[stop]?.page.id,
    goOnAt: pages[Math.min(stop, lastTouched + 1)]?.page.id,
    complete: stop === -1,
    canVisit(pageId) {
      const at = positionOf(pageId)
      return at !== -1 && (stop === -1 || at <= stop)
    },
    next(pageId) {
      const at = positionOf(pageId)
      return at === -1 ? undefined : pages[at + 1]?.page.id
    },
  }
}

/** Everything still wrong or missing, over all pages that apply. */
export function issuesOf(definition: FormDefinition, scope: Scope): Issue[] {
  const reader = readForm(definition, scope)
  return definition.pages
    .flatMap((page) => pageState(page, reader).fields)
    .flatMap((field) => {
      const verdict = reader.verdict(field)
      return verdict.ok ? [] : verdict.issues
    })
}

/** What is handed in: valid answers of the questions that apply, verified facts among them; hidden ones stay behind. */
export function submittedAnswers(definition: FormDefinition, scope: Scope): Answers {
  const reader = readForm(definition, scope)
  const submitted: Record<string, Answer> = {}
  for (const { fields } of definition.pages.map((page) => pageState(page, reader))) {
    for (const field of fields) {
      const verdict = reader.verdict(field)
      if (verdict.ok && verdict.value !== undefined) submitted[field.id] = verdict.value
    }
  }
  return submitted
}

/** Doubts for the officer (a personal number that disagrees with the declared birth year): they stop nobody. */
export function warningsOf(definition: FormDefinition, scope: Scope): Issue[] {
  const submitted = submittedAnswers(definition, scope)
  return definition.pages
    .flatMap((page) => page.fields)
    .flatMap((field) => doubtsAbout(field, field.id, submitted[field.id], { ...scope, answers: submitted }))
}
