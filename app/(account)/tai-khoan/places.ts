import { listProvinces, listWards } from '@/lib/agencies/server'
import { isAddress, type Facts, type Places } from '@/lib/forms'
import type { requestContext } from '@/lib/runtime/server'

/** Names of the provinces and communes the facts speak of. */
export async function placesIn(ctx: Awaited<ReturnType<typeof requestContext>>, facts: Facts): Promise<Places> {
  const codes = [...new Set(Object.values(facts).flatMap((fact) => (isAddress(fact) ? [fact.provinceCode] : [])))]
  const wards = await Promise.all(codes.map(async (code) => [code, await listWards(ctx, code)] as const))
  return { provinces: await listProvinces(ctx), wards: Object.fromEntries(wards) }
}
