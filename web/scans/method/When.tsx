import type { Statement } from '../../../api/contract/statement.ts'
import { enoughForSpread } from '../../../api/ranking/median-year.ts'
import { bandLabel, listed } from '../../shared/words.ts'

/** How answers in spans of years become one year. */
export function When({ bands, method, scan: { endYear } }: Pick<Statement, 'bands' | 'method' | 'scan'>) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">When it is expected</h2>
      <p>
        The four spans are {listed(bands.map(bandLabel))}. All answers on a technology are pooled, each counted once: an
        answer is spread evenly over the years of its span, and “after {endYear}” over {method.afterYears} years. Where
        a round asks for single years, the middle one of an answer counts. The middle guess is the year by which half of
        the pooled answers have come. From {enoughForSpread} answers up it stands beside two others: could be as early
        as (one tenth have come) and could be as late as (nine tenths have come).
      </p>
    </section>
  )
}
