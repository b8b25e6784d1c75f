import { PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDict, PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib'
import type { Node } from './piece'

/** Which marked pieces of which pages make up an element, in order of painting. */
export type Marks = Map<Node, { page: number; id: number }[]>

/**
 * Writes the logical structure (ISO 32000-1, 14.7 and 14.8): one element a node with its marked content, the tree that leads
 * from a page's marks back to their elements, and what tells readers that the file is tagged.
 */
export function writeStructure(doc: PDFDocument, root: Node, pages: readonly PDFPage[], marks: Marks): void {
  const { context } = doc
  const owners: PDFRef[][] = pages.map(() => [])
  const tree = context.nextRef()
  const document = writeElement({ context, pages, marks, owners }, root, tree)
  const numbers = owners.flatMap((refs, page) => [PDFNumber.of(page), context.register(context.obj(refs))])
  const parents = context.register(context.obj({ Nums: numbers }))
  context.assign(
    tree,
    context.obj({ Type: 'StructTreeRoot', K: document, ParentTree: parents, ParentTreeNextKey: pages.length }),
  )
  doc.catalog.set(PDFName.of('StructTreeRoot'), tree)
  doc.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  pages.forEach((page, index) => {
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(index))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  })
}

type Writing = { context: PDFContext; pages: readonly PDFPage[]; marks: Marks; owners: PDFRef[][] }

function writeElement(writing: Writing, node: Node, parent: PDFRef): PDFRef {
  const { context, pages } = writing
  const ref = context.nextRef()
  const dict = context.obj({ Type: 'StructElem', S: node.role, P: parent })
  const marks = writing.marks.get(node) ?? []
  for (const { page, id } of marks) {
    const owners = writing.owners[page]
    if (owners) owners[id] = ref
  }
  const content = marks.map(({ page, id }) =>
    context.obj({ Type: 'MCR', Pg: pages[page]?.ref ?? PDFNumber.of(0), MCID: id }),
  )
  const kids = node.kids.map((kid) => writeElement(writing, kid, ref))
  dict.set(PDFName.of('K'), context.obj([...content, ...kids]))
  describe(context, dict, node)
  context.assign(ref, dict)
  return ref
}

function describe(context: PDFContext, dict: PDFDict, node: Node): void {
  if (node.alt !== undefined) dict.set(PDFName.of('Alt'), PDFHexString.fromText(node.alt))
  if (node.scope !== undefined) dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: node.scope }))
}
