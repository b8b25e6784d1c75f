import { createHash } from 'node:crypto'

/** The id of a unit, made from its agency and its code (UUID version 8): the same in every installation and before it is stored. */
export function unitId(agencyCode: string, code: string): string {
  const bytes = createHash('sha256').update(`unit ${agencyCode}/${code}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
