import { editionName, purposeNames, warningOf } from '../../shared/editions/words.ts'
import { dateLabel } from '../../shared/words.ts'
import { Cut } from './Cut.tsx'
import type { FirstFit } from './fits.ts'
import type { PaperGiven } from './use-paper.ts'

/** What paper it is: of whom, what the board is asked to do, by whom it was approved, and whether it may be used. */
export function TitleBlock({ given, fit }: { given: PaperGiven; fit: FirstFit }) {
  const { about, edition } = given
  const { scan, round, purpose, approval, publishedAt, note, demonstration } = edition
  const warning = warningOf(edition)
  return (
    <header className="offing-sheet__title">
      <p className="offing-sheet__line">
        <b>{about.organisation}</b>
        <b className="offing-sheet__purpose">{purposeNames[purpose]}</b>
      </p>
      <h1>{editionName(edition)}</h1>
      <p>
        Technologies that will change services, {scan.startYear} to {scan.endYear}. {scan.name}, as of round {round}.{' '}
        {publishedAt && `Published on ${dateLabel(publishedAt)}. `}
        {approval
          ? `Approved by ${approval.by}, at ${approval.meeting}, on ${dateLabel(approval.on)}.`
          : 'Not approved yet.'}
      </p>
      {warning && (
        <p className="offing-sheet__box">
          <b>{warning.title}.</b> {warning.reason && <Cut text={`Because: ${warning.reason}`} most={fit.most} />}
        </p>
      )}
      {demonstration && (
        <p className="offing-sheet__box">
          <b>Demonstration answers.</b> The technologies and their sources are real; the panel’s answers, and every
          score, place and year made from them, are made up.
        </p>
      )}
      {note && (
        <p>
          <Cut text={note} most={fit.most ?? 900} />
        </p>
      )}
    </header>
  )
}
