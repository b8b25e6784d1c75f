import type { NextRequest } from 'next/server'

type Params = Record<string, string>

export type Answer = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>

/** As methods, since each takes the parts of its own route alone. */
export type Methods = {
  GET?(...values: Parameters<Answer>): Promise<Response>
  POST?(...values: Parameters<Answer>): Promise<Response>
}

/** What answers each route, as Next's `route.ts` would. */
export type Answers = Readonly<Record<string, Methods>>
