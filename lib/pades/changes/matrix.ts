/** Six numbers as ISO 32000-2 section 8.3.3 writes a transformation. */
export type Matrix = readonly number[]
/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export function times(a: Matrix, b: Matrix): Matrix {
  const [x, y] = [b.slice(0, 2), b.slice(2, 4)]
  const row = (from: number) => [0, 1].map((column) => dot(a, from, [x[column], y[column]]))
  const moved = row(4).map((value, column) => value + (b[4 + column] ?? 0))
  return [...row(0), ...row(2), ...moved]
}

function dot(a: Matrix, from: number, [x = 0, y = 0]: readonly (number | undefined)[]): number {
  return (a[from] ?? 0) * x + (a[from + 1] ?? 0) * y
}

export function apply([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The box around a rectangle after a transformation. */
export function rectangleUnder(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    apply(matrix, left, bottom),
    apply(matrix, right, top),
    apply(matrix, left, top),
    apply(matrix, right, bottom),
  ]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export function holds([left, bottom, right, top]: Box, [x, y]: readonly [number, number]): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}
