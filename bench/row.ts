/** A measured figure and what it is held against; `ratio` is value / limit. */
export type BenchRow = { name: string; value: number; unit: string; limit: number; ratio: number }

export const round = (value: number, digits = 3): number => Number(value.toFixed(digits))

export const ratioOf = (value: number, limit: number): number => round(value / limit)
