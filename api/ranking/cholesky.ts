/**
 * A symmetric positive definite matrix, row by row, as the upper triangle U of U'U: what draws with that precision are
 * made from (Golub & Van Loan, "Matrix Computations", 4.2). Works in place, pausing after each row.
 */
export function* factor(matrix: Float64Array, size: number): Generator<void, Float64Array> {
  for (let i = 0; i < size; i++) {
    const row = i * size
    for (let j = 0; j < i; j++) {
      const other = j * size
      let sum = matrix[row + j]!
      for (let k = 0; k < j; k++) sum -= matrix[row + k]! * matrix[other + k]!
      matrix[row + j] = sum / matrix[other + j]!
    }
    let pivot = matrix[row + i]!
    for (let k = 0; k < i; k++) pivot -= matrix[row + k]! * matrix[row + k]!
    matrix[row + i] = Math.sqrt(Math.max(pivot, Number.MIN_VALUE))
    yield
  }
  for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) matrix[i * size + j] = matrix[j * size + i]!
  return matrix
}

/** How many right-hand sides are solved side by side. */
export const lanes = 8

/** Solves U x = z in place for `lanes` right-hand sides at once, which stand beside one another in each row of z. */
export function solveUpper(upper: Float64Array, size: number, z: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    const at = i * lanes
    let a = z[at]!
    let b = z[at + 1]!
    let c = z[at + 2]!
    let d = z[at + 3]!
    let e = z[at + 4]!
    let f = z[at + 5]!
    let g = z[at + 6]!
    let h = z[at + 7]!
    for (let j = i + 1, cell = i * size + j, from = j * lanes; j < size; j++, cell++, from += lanes) {
      const u = upper[cell]!
      a -= u * z[from]!
      b -= u * z[from + 1]!
      c -= u * z[from + 2]!
      d -= u * z[from + 3]!
      e -= u * z[from + 4]!
      f -= u * z[from + 5]!
      g -= u * z[from + 6]!
      h -= u * z[from + 7]!
    }
    const pivot = upper[i * size + i]!
    z[at] = a / pivot
    z[at + 1] = b / pivot
    z[at + 2] = c / pivot
    z[at + 3] = d / pivot
    z[at + 4] = e / pivot
    z[at + 5] = f / pivot
    z[at + 6] = g / pivot
    z[at + 7] = h / pivot
  }
}
