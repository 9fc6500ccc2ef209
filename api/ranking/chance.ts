/** By name: looked up once, not at every draw. */
const { abs, exp, imul, log, sqrt } = Math

/**
 * Chance that repeats: the same seed gives the same draws on any machine. Bits by xoshiro128** (Blackman & Vigna 2021),
 * its state filled by splitmix32.
 */
export class Chance {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: number) {
    const next = splitMix(seed)
    this.a = next()
    this.b = next()
    this.c = next()
    this.d = next()
  }

  /** 32 bits, as a signed whole number. */
  bits(): number {
    const scrambled = imul(this.b, 5)
    const result = imul((scrambled << 7) | (scrambled >>> 25), 9)
    const shifted = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= shifted
    this.d = (this.d << 11) | (this.d >>> 21)
    return result
  }

  /** Above 0 and below 1. */
  share(): number {
    return ((this.bits() >>> 0) + 0.5) / 4_294_967_296
  }

  /** Standard normal, by the ziggurat of 128 layers (Marsaglia & Tsang 2000, as improved by Doornik 2005). */
  normal(): number {
    for (;;) {
      const bits = this.bits()
      const layer = bits & 127
      const side = (bits >> 7) / 16_777_216
      if (abs(side) < inner[layer]!) return side * edges[layer]!
      const x = side * edges[layer]!
      if (layer === 0) return this.tail(side < 0)
      const below = exp(-0.5 * (edges[layer]! ** 2 - x * x))
      const above = exp(-0.5 * (edges[layer + 1]! ** 2 - x * x))
      if (above + this.share() * (below - above) < 1) return x
    }
  }

  private tail(negative: boolean): number {
    for (;;) {
      const x = log(this.share()) / tailStart
      const y = log(this.share())
      if (-2 * y >= x * x) return negative ? x - tailStart : tailStart - x
    }
  }

  /** Gamma of this shape, above 0, at scale 1 (Marsaglia & Tsang 2000, "A simple method for generating gamma variables"). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.share() ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / sqrt(9 * d)
    for (;;) {
      const x = this.normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && log(this.share()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v
    }
  }
}

/** Shares that sum to 1 about those given, the closer the larger `concentration`; what is nothing stays nothing. */
export function dirichlet(chance: Chance, shares: readonly number[], concentration: number): number[] {
  const drawn = shares.map((share) => (share > 0 ? chance.gamma(share * concentration) : 0))
  const total = drawn.reduce((sum, each) => sum + each, 0)
  return drawn.map((each) => each / total)
}

/** A seed from a text, always the same from the same (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function splitMix(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    const mixed = imul(state ^ (state >>> 16), 0x21f0aaad)
    const again = imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return again ^ (again >>> 15)
  }
}

const tailStart = 3.442619855899
const layerArea = 9.91256303526217e-3
/** Right edges of the layers, from the widest up, and the share of each that lies wholly under the curve. */
const edges = ziggurat()
const inner = Float64Array.from({ length: 128 }, (_, i) => edges[i + 1]! / edges[i]!)

function ziggurat(): Float64Array {
  const x = new Float64Array(129)
  let height = exp(-0.5 * tailStart ** 2)
  x[0] = layerArea / height
  x[1] = tailStart
  for (let i = 2; i < 128; i++) {
    x[i] = sqrt(-2 * log(layerArea / x[i - 1]! + height))
    height = exp(-0.5 * x[i]! ** 2)
  }
  return x
}
