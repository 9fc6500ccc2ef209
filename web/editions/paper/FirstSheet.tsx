import { monthsLabel } from '../../shared/words.ts'
import { Cut } from './Cut.tsx'
import type { FirstFit } from './fits.ts'
import { PaperChanges } from './PaperChanges.tsx'
import { PaperRadar } from './PaperRadar.tsx'
import { TitleBlock } from './TitleBlock.tsx'
import type { PaperGiven } from './use-paper.ts'

interface Props {
  given: PaperGiven
  fit: FirstFit
}

/** Page one: what it is, who answered, the radar, what changed. */
export function FirstSheet({ given, fit }: Props) {
  return (
    <>
      <TitleBlock given={given} fit={fit} />
      <section>
        <h2>Who answered</h2>
        <WhoAnswered given={given} fit={fit} />
      </section>
      <PaperRadar given={given} fit={fit} />
      <PaperChanges given={given} fit={fit} />
    </>
  )
}

function WhoAnswered({ given: { ranking }, fit }: Props) {
  const { panellists, invited, specialisms, ofSpecialisms, from, to, notHeardFrom } = ranking.answered
  return (
    <p>
      <b>
        {panellists} of {invited} panel members, for {specialisms} of {ofSpecialisms} specialisms
      </b>
      {from && to && `, ${monthsLabel(from, to)}`}.{' '}
      {notHeardFrom.length > 0 ? (
        <>
          Not heard from: <Cut text={notHeardFrom.join(', ')} most={fit.most} />.
        </>
      ) : (
        'Every specialism was heard from.'
      )}
    </p>
  )
}
