import { bandsOf, type Method } from '../../../api/scans/method.ts'
import { bandLabel, listed } from '../../shared/words.ts'

/** "2026 to 2028, 2029 to 2031, 2032 to 2036 and after 2036": the bands of a method in calendar years. */
export function bandsInYears(method: Pick<Method, 'bandEnds'>, startYear: number): string {
  const horizon = { startYear, years: method.bandEnds[2] }
  return listed(bandsOf(method as Method, horizon).map(bandLabel))
}
