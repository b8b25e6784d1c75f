/** Fixed-point 15.16. */
const fixed = (value: number): number[] => uint32(Math.round(value * 65_536))
const uint32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const xyz = (x: number, y: number, z: number): number[] => [
  ...ascii('XYZ '),
  0,
  0,
  0,
  0,
  ...fixed(x),
  ...fixed(y),
  ...fixed(z),
]

const NAME = 'sRGB (gamma 2.2)'
/** Gamma 2.2 as one u8Fixed8 number. */
const GAMMA = [...ascii('curv'), 0, 0, 0, 0, ...uint32(1), 2, 0x33, 0, 0]

const TAGS: readonly (readonly [string, readonly number[]])[] = [
  [
    'desc',
    [...ascii('desc'), 0, 0, 0, 0, ...uint32(NAME.length + 1), ...ascii(NAME), ...Array.from({ length: 79 }, () => 0)],
  ],
  ['cprt', [...ascii('text'), 0, 0, 0, 0, ...ascii('Public domain'), 0]],
  ['wtpt', xyz(0.9505, 1, 1.0891)],
  ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
  ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
  ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
  ['rTRC', GAMMA],
  ['gTRC', GAMMA],
  ['bTRC', GAMMA],
]

/** A monitor profile for sRGB (ICC.1:2001-04), which PDF/A asks for so that colours mean the same everywhere. */
export function colourProfile(): Uint8Array {
  const start = 128 + 4 + 12 * TAGS.length
  const directory: number[] = []
  const data: number[] = []
  for (const [name, bytes] of TAGS) {
    directory.push(...ascii(name), ...uint32(start + data.length), ...uint32(bytes.length))
    data.push(...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0))
  }
  return Uint8Array.from([...header(start + data.length), ...uint32(TAGS.length), ...directory, ...data])
}

function header(length: number): number[] {
  const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
  return [
    ...uint32(length),
    ...zeros(4),
    ...uint32(0x02100000),
    ...ascii('mntrRGB XYZ '),
    // Made on 1 January 2026: a profile has a date, and the same bytes must come out every time.
    ...[0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
    ...ascii('acsp'),
    ...zeros(28),
    ...fixed(0.9642),
    ...fixed(1),
    ...fixed(0.8249),
    ...zeros(48),
  ]
}
