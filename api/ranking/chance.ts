import { exp, ln, power } from './arithmetic.ts'

/** By name: looked up once, not at every draw. */
const { abs, imul, sqrt } = Math

/**
 * Chance that repeats: the same numbers give the same draws on any machine. Bits by xoshiro128** (Blackman & Vigna 2021), its
 * state filled by splitmix32. The numbers after the seed name independent streams: of a block of draws, of a lens.
 */
export class Chance {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: number, ...streams: readonly number[]) {
    const next = splitMix(streams.reduce((mixed, stream) => splitMix(mixed ^ splitMix(stream)())(), seed))
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
    const bits = this.bits()
    const layer = bits & 127
    const side = (bits >> 7) * 2 ** -24
    const x = side * edges[layer]!
    return abs(side) < inner[layer]! ? x : this.nearEdge(layer, x)
  }

  /** Standard normals, as `normal` would give them one after another. The state is kept at hand: there are millions. */
  fill(normals: Float64Array): void {
    let { a, b, c, d } = this
    for (let i = 0; i < normals.length; i++) {
      const scrambled = imul(b, 5)
      const bits = imul((scrambled << 7) | (scrambled >>> 25), 9)
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
      const layer = bits & 127
      const side = (bits >> 7) * 2 ** -24
      const x = side * edges[layer]!
      if (abs(side) < inner[layer]!) normals[i] = x
      else {
        this.keep(a, b, c, d)
        normals[i] = this.nearEdge(layer, x)
        ;({ a, b, c, d } = this)
      }
    }
    this.keep(a, b, c, d)
  }

  private keep(a: number, b: number, c: number, d: number): void {
    this.a = a
    this.b = b
    this.c = c
    this.d = d
  }

  private nearEdge(layer: number, x: number): number {
    if (layer === 0) return this.tail(x < 0)
    const below = exp(-0.5 * (edges[layer]! * edges[layer]! - x * x))
    const above = exp(-0.5 * (edges[layer + 1]! * edges[layer + 1]! - x * x))
    return above + this.share() * (below - above) < 1 ? x : this.normal()
  }

  private tail(negative: boolean): number {
    for (;;) {
      const x = ln(this.share()) / tailStart
      const y = ln(this.share())
      if (-2 * y >= x * x) return negative ? x - tailStart : tailStart - x
    }
  }

  /** Gamma of this shape, above 0, at scale 1 (Marsaglia & Tsang 2000, "A simple method for generating gamma variables"). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * power(this.share(), 1 / shape)
    const d = shape - 1 / 3
    const c = 1 / sqrt(9 * d)
    for (;;) {
      const x = this.normal()
      const root = 1 + c * x
      const v = root * root * root
      if (v > 0 && ln(this.share()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v
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
  let height = exp(-0.5 * tailStart * tailStart)
  x[0] = layerArea / height
  x[1] = tailStart
  for (let i = 2; i < 128; i++) {
    x[i] = sqrt(-2 * ln(layerArea / x[i - 1]! + height))
    height = exp(-0.5 * x[i]! * x[i]!)
  }
  return x
}
