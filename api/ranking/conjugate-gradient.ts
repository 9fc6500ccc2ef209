/** Symmetric and, where the right-hand side lies, positive definite equations: given by what their matrix does to a vector. */
export interface Equations {
  /** Writes matrix · x into `into`. */
  multiply(x: Float64Array, into: Float64Array): void
  /** The matrix's diagonal, all above 0: dividing by it first saves most of the sweeps. */
  diagonal: Float64Array
  right: Float64Array
}

/** Far below what anything downstream is rounded to. */
const smallestResidual = 1e-12
const mostSweeps = 500

/**
 * Solves by conjugate gradients, divided by the diagonal beforehand (Hestenes & Stiefel 1952; Golub & Van Loan, "Matrix
 * Computations", 11.5): each sweep costs one multiplication, so sparse equations are never written out.
 */
export function solve({ multiply, diagonal, right }: Equations): Float64Array {
  const x = new Float64Array(right.length)
  const residual = right.slice()
  const eased = residual.map((r, i) => r / diagonal[i]!)
  const direction = eased.slice()
  const moved = new Float64Array(right.length)
  let size = dot(residual, eased)
  const enough = size * smallestResidual * smallestResidual
  for (let sweep = 0; sweep < mostSweeps && size > enough && size > 0; sweep++) {
    multiply(direction, moved)
    const curvature = dot(direction, moved)
    if (!(curvature > 0)) break
    const step = size / curvature
    for (let i = 0; i < x.length; i++) {
      x[i]! += step * direction[i]!
      residual[i]! -= step * moved[i]!
      eased[i] = residual[i]! / diagonal[i]!
    }
    const next = dot(residual, eased)
    for (let i = 0; i < x.length; i++) direction[i] = eased[i]! + (next / size) * direction[i]!
    size = next
  }
  return x
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
