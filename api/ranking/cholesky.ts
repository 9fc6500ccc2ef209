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
