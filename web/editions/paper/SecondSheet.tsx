import { editionName, warningOf } from '../../shared/editions/words.ts'
import { whatItIsNot } from '../../shared/words.ts'
import { gapInWords, gapsOf } from '../KnownGaps.tsx'
import { Cut } from './Cut.tsx'
import type { SecondFit } from './fits.ts'
import { methodInWords } from './method-words.ts'
import { PaperRecommendations } from './PaperRecommendations.tsx'
import { PaperTable } from './PaperTable.tsx'
import type { PaperGiven } from './use-paper.ts'

interface Props {
  given: PaperGiven
  fit: SecondFit
}

/** Page two: the groups with their ranges, what is recommended, what is not known, and how it was made. */
export function SecondSheet({ given, fit }: Props) {
  return (
    <>
      <Running given={given} />
      <PaperTable given={given} fit={fit} />
      <PaperRecommendations given={given} fit={fit} />
      <section>
        <h2>Known gaps</h2>
        {gapsOf(given.edition.gaps).map(({ field, name, gap }) => (
          <p key={field}>
            <b>{name}.</b> <Cut text={gapInWords(gap)} most={fit.most} />
          </p>
        ))}
      </section>
      <section>
        <h2>What this measures, and what it does not</h2>
        <p>
          {whatItIsNot} It holds the judgement of those who answered, and no more. A range is about the order, not about
          whether a technology will work.
        </p>
        <p>{methodInWords(given.ranking)}</p>
      </section>
      <Proof given={given} />
    </>
  )
}

/** For when the two sheets come apart. */
function Running({ given: { edition } }: { given: PaperGiven }) {
  const warning = warningOf(edition)
  return (
    <p className="offing-sheet__line">
      <span>
        {editionName(edition)}
        {warning && <b>. {warning.title}</b>}
      </span>
      <span className="offing-sheet__number">Page 2 of 2</span>
    </p>
  )
}

function Proof({ given: { edition } }: { given: PaperGiven }) {
  const { number, proof } = edition
  return (
    <p className="offing-sheet__proof">
      {proof
        ? `Edition ${number}. Checksum ${proof.digest} over ${proof.rows.toLocaleString('en-GB')} records; to check it: npm run verify -- ${number}`
        : 'A draft has no number and no checksum: its figures may still change.'}
    </p>
  )
}
