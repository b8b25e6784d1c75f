import { PdfFault } from './fault'
import { cursorOf, isDelimiter, peek, readWord, skipSpace } from './lexer'
import type { Cursor } from './lexer'
import { latin1 } from './object'
import type { PdfObject } from './object'
import { parseObject } from './parser'

/** An operator of a content stream with the operands before it (ISO 32000-2 section 7.8.2). */
export type Operation = { readonly operator: string; readonly operands: readonly PdfObject[] }

const MAX_OPERANDS = 64

/**
 * The operations of a content stream in order. Undefined when it is not well formed, or carries an inline image: nobody can
 * then say by reading it what it draws.
 */
export function readContent(bytes: Uint8Array): Operation[] | undefined {
  const c = cursorOf(bytes, Number.NEGATIVE_INFINITY)
  const operations: Operation[] = []
  try {
    for (let operation = next(c); operation !== undefined; operation = next(c)) {
      if (operation.operator === 'BI') return undefined
      operations.push(operation)
    }
  } catch (error) {
    if (error instanceof PdfFault) return undefined
    throw error
  }
  return operations
}

function next(c: Cursor): Operation | undefined {
  const operands: PdfObject[] = []
  for (;;) {
    skipSpace(c)
    if (peek(c) === -1) return operands.length === 0 ? undefined : { operator: '', operands }
    if (!beginsOperand(c)) return { operator: operatorAt(c), operands }
    operands.push(parseObject(c))
    if (operands.length > MAX_OPERANDS) throw new PdfFault('object-malformed', 'operands')
  }
}

const SIGNS = new Set([43, 45, 46])

function beginsOperand(c: Cursor): boolean {
  const byte = peek(c)
  if ((byte >= 48 && byte <= 57) || SIGNS.has(byte) || isDelimiter(byte)) return true
  const word = latin1(c.bytes.subarray(c.pos, c.pos + 6))
  return /^(?:true|false|null)(?![^\s()<>[\]{}/%])/.test(word)
}

function operatorAt(c: Cursor): string {
  const word = readWord(c)
  if (word === '') throw new PdfFault('object-malformed', 'operator')
  return word
}
