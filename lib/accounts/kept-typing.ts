import { and, eq, gt, lt } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { keptTyping } from '@/db/schema/accounts'
import { userIdOf } from '@/lib/access'
import type { Ctx } from '@/lib/ports'
import { seal, unseal } from './sealing'

const LIFE_MS = 4 * 3_600_000
/** More than the longest form, less than would be worth filling a database with. */
const MAX_CHARACTERS = 200_000

const LONGEST_PATH = 200

/** The inputs of a form in their order, files aside. */
export type Typed = readonly (readonly [name: string, value: string])[]
type Place = { userId: string; path: string }

const typedInputs = z.array(z.tuple([z.string(), z.string()]))
const sealOf = ({ userId, path }: Place) => ({ purpose: 'kept-typing', owner: `${userId}:${path}` }) as const

/** Keeps what this person sent to a page; a second time replaces the first. False for what is too long to be kept. */
export async function keepTyping(ctx: Ctx, place: Place, typed: Typed): Promise<boolean> {
  const text = JSON.stringify(typed)
  if (text.length > MAX_CHARACTERS || place.path.length > LONGEST_PATH) return false
  const typedSealed = seal(ctx.ports.secrets.personalData, sealOf(place), text, ctx.random(12))
  const expiresAt = new Date(ctx.now.getTime() + LIFE_MS)
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.delete(keptTyping).where(lt(keptTyping.expiresAt, ctx.now))
    await ctx.db
      .insert(keptTyping)
      .values({ ...place, typedSealed, expiresAt })
      .onConflictDoUpdate({ target: [keptTyping.userId, keptTyping.path], set: { typedSealed, expiresAt } })
  })
  return true
}

/** What a company's director typed is kept apart from what whoever holds its certificate did. */
export const placeIn = (path: string, isByCertificate: boolean): string =>
  isByCertificate ? `chung-thu:${path}` : path

const placeOf = ({ actor }: Ctx, path: string): string =>
  placeIn(path, actor.kind === 'business' && actor.signedInBy === 'certificate')

const mine = (userId: string, path: string) => and(eq(keptTyping.userId, userId), eq(keptTyping.path, path))

/** What the signed-in person had sent to this page when their session was over; null for nothing. */
export async function typingKept(ctx: Ctx, page: string): Promise<Typed | null> {
  const [userId, path] = [userIdOf(ctx.actor), placeOf(ctx, page)]
  if (userId === null) return null
  const [row] = await ctx.db
    .select({ typedSealed: keptTyping.typedSealed })
    .from(keptTyping)
    .where(and(mine(userId, path), gt(keptTyping.expiresAt, ctx.now)))
  if (row === undefined) return null
  const text = unseal(ctx.ports.secrets.personalData, sealOf({ userId, path }), row.typedSealed)
  return typedInputs.parse(JSON.parse(text))
}

/** It has been sent again, or put where it belongs. */
export async function forgetTyping(ctx: Ctx, path: string): Promise<void> {
  const userId = userIdOf(ctx.actor)
  if (userId !== null) await ctx.db.delete(keptTyping).where(mine(userId, placeOf(ctx, path)))
}
