/**
 * Logarithms and powers from + − × ÷ alone. IEEE 754 settles these, and the square root, to the last bit on every machine; it
 * does not settle Math.log or Math.exp. The polynomials are those of fdlibm (Sun Microsystems, 1993), within one unit in the last place.
 */

/** By name: looked up once, not at every draw. */
const { floor, LOG2E } = Math
const { isNaN: isNoNumber, POSITIVE_INFINITY: infinity } = Number
const bits = new DataView(new ArrayBuffer(8))
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const two54 = 2 ** 54

/** Natural logarithm: of 0 it is -Infinity, of less NaN. */
export function ln(x: number): number {
  if (!(x > 0) || x === infinity) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN
  const small = x < 2.2250738585072014e-308
  bits.setFloat64(0, small ? x * two54 : x)
  const high = bits.getUint32(0)
  // So that 1 + f lies between the square roots of a half and of two.
  const over = ((high & 0xfffff) + 0x95f64) & 0x100000
  bits.setUint32(0, (high & 0xfffff) | (over ^ 0x3ff00000))
  const exponent = (high >>> 20) - 1023 + (over >>> 20) - (small ? 54 : 0)
  const f = bits.getFloat64(0) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return exponent * ln2High - (half - (s * (half + even + odd) + exponent * ln2Low) - f)
}

/** e to the power of x. */
export function exp(x: number): number {
  if (isNoNumber(x)) return x
  if (x > 709.782712893384) return infinity
  if (x < -745.1332191019411) return 0
  const times = floor(x * LOG2E + 0.5)
  const high = x - times * ln2High
  const low = times * ln2Low
  const rest = high - low
  const t = rest * rest
  const c =
    rest -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  const base = 1 - (low - (rest * c) / (2 - c) - high)
  // In two steps, so that neither leaves the range of powers of two.
  const first = times >> 1
  return base * powerOfTwo(first) * powerOfTwo(times - first)
}

/** x to any power, for x above 0. */
export function power(x: number, exponent: number): number {
  return exp(exponent * ln(x))
}

/** Exact: 2 to a whole power from -1022 to 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}
