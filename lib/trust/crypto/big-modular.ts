/** `base ** exponent mod modulus` for non-negative exponents; time grows with the exponent, so callers bound it. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let factor = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * factor) % modulus
    factor = (factor * factor) % modulus
  }
  return result
}

export function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus
  return rest < 0n ? rest + modulus : rest
}

/** Multiplicative inverse, or undefined when there is none. */
export function modInverse(value: bigint, modulus: bigint): bigint | undefined {
  let [r0, r1, s0, s1] = [modulus, modulo(value, modulus), 0n, 1n]
  while (r1 !== 0n) {
    const quotient = r0 / r1
    ;[r0, r1] = [r1, r0 - quotient * r1]
    ;[s0, s1] = [s1, s0 - quotient * s1]
  }
  return r0 === 1n ? modulo(s0, modulus) : undefined
}
