/** Six numbers as ISO 32000-2 section 8.3.3 writes a transformation. */
export type Matrix = readonly number[]
/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export function times(a: Matrix, b: Matrix): Matrix {
  const [a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0] = a
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0] = b
  return [
    a0 * b0 + a1 * b2,
    a0 * b1 + a1 * b3,
    a2 * b0 + a3 * b2,
    a2 * b1 + a3 * b3,
    a4 * b0 + a5 * b2 + b4,
    a4 * b1 + a5 * b3 + b5,
  ]
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
