import { z } from 'zod'

export const line = z.string().trim().min(1).max(1000)
export const prose = z.string().trim().min(1).max(20_000)
const optional = line.optional()

/** Who issues: the authority above it (null at the top), its own name, the place it writes from. */
export const issuer = z.object({ parentName: line.nullable(), name: line, place: line })
export type Issuer = z.infer<typeof issuer>

/**
 * The issuer from the names of an agency, of the agency above it and of its province: `Phòng Cảnh sát giao thông – Công an thành
 * phố Hà Nội` under `Công an thành phố Hà Nội` is written without the repetition, and `Thành phố Hà Nội` without its kind.
 */
export function issuerOf(name: string, parentName: string | null, provinceName: string | null): Issuer {
  const own = parentName === null ? name : name.replace(` – ${parentName}`, '')
  const place = provinceName?.replace(/^(Thành phố|Tỉnh) /, '') ?? 'Hà Nội'
  return { parentName, name: own, place: place === 'Hồ Chí Minh' ? 'TP. Hồ Chí Minh' : place }
}

/** A number as given in the register (`5` is written `05`), or null while the registrar has not given one. */
export const numbering = z.object({ value: z.union([z.int().positive(), line]).nullable(), notation: line })
export type Numbering = z.infer<typeof numbering>

export const party = z.object({
  name: line,
  idNumber: optional,
  address: optional,
  phone: optional,
  email: optional,
})
export type Party = z.infer<typeof party>

export const procedure = z.object({ code: line, name: line, caseName: optional })
export type ProcedureRef = z.infer<typeof procedure>

/** Where anyone with the code sees how far it is. */
export const lookUp = z.object({ url: z.url(), code: line })
export type LookUpRef = z.infer<typeof lookUp>

/** `authority` in lines as they stand above the name: `KT. TRƯỞNG PHÒNG`, `PHÓ TRƯỞNG PHÒNG`. */
export const signer = z.object({ authority: z.array(line).min(1).max(3), name: line })
export type Signer = z.infer<typeof signer>
