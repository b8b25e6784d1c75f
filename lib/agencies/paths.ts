import { address } from '@/lib/kernel'

const agencies = address('/co-quan')

/** Who decides, and where. */
export const agencyPaths = {
  agencies,
  inProvince: (provinceCode: string) => `${agencies()}?tinh=${encodeURIComponent(provinceCode)}`,
  agency: address('/co-quan/[ma]'),
  /** The wards of a province, for a form. */
  wards: address('/api/dia-ban/[tinh]'),
} as const
