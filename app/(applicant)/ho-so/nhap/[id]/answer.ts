import type { NextRequest } from 'next/server'
import { paths } from '@/lib/dossiers'
import { placeToGoOn } from '@/lib/dossiers/server'
import { drawn, seeOther } from '../../../../html-page'
import { drawDraft } from './draw-draft'

/** The address of a draft alone leads to where it goes on. */
export function GET(_: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return drawn(async (visit) => {
    const { id } = await params
    return drawDraft(visit, { id, path: paths.draft(id) }, ({ opened }) => seeOther(placeToGoOn(opened)))
  })
}
