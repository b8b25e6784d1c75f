import type { Scanner } from '@/lib/ports'

/** No scanner is configured: every file is read to its end and stays marked as not scanned. */
export function noScanner(): Scanner {
  return { isPresent: false, scan: () => Promise.resolve({ status: 'unscanned' }) }
}
