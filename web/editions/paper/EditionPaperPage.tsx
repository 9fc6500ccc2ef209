import './paper.scss'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { FirstSheet } from './FirstSheet.tsx'
import { firstFits, secondFits } from './fits.ts'
import { SecondSheet } from './SecondSheet.tsx'
import { Sheet } from './Sheet.tsx'
import { isWorking, type PaperGiven, usePaper } from './use-paper.ts'

/** The two-page board paper of an edition: on the screen as it prints, and printed on exactly two pages. */
export default function EditionPaperPage() {
  const { edition = '' } = useParams()
  useTitle('Board paper')
  return (
    <Loaded query={usePaper(edition)} what="the board paper" missing="edition" isPage>
      {(given) => <Paper given={given} />}
    </Loaded>
  )
}

function Paper({ given }: { given: PaperGiven }) {
  const { edition, certainty, changes } = given
  useTitle(`Board paper: ${editionName(edition)}`)
  // Other figures may need other room.
  const key = `${edition.id} ${edition.version} ${certainty.state} ${changes?.chances.state}`
  return (
    <div className="offing-paper">
      <Tools given={given} />
      <Sheets>
        <Sheet key={`1 ${key}`} label="Page 1 of 2" fits={firstFits}>
          {(fit) => <FirstSheet given={given} fit={fit} />}
        </Sheet>
        <Sheet key={`2 ${key}`} label="Page 2 of 2" fits={secondFits}>
          {(fit) => <SecondSheet given={given} fit={fit} />}
        </Sheet>
      </Sheets>
    </div>
  )
}

/** On a narrow screen they are moved sideways, by keys as well. */
function Sheets({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="offing-scroll offing-paper__sheets" tabIndex={0} aria-label="The paper as it prints">
      {children}
    </section>
  )
}

function Tools({ given }: { given: PaperGiven }) {
  const { edition } = given
  return (
    <div className="offing-no-print">
      <Link className="nhsuk-back-link" to={pageLink(pages.edition, { edition: referenceOf(edition) })}>
        Back to the edition
      </Link>
      <p className="nhsuk-u-reading-width">
        Two pages of A4, as they print, readable in black and white. On a small screen the edition’s own pages are
        easier to read.
      </p>
      {isWorking(given) && <p role="status">Some figures are still being worked out: wait before you print.</p>}
      <button type="button" className="nhsuk-button" onClick={() => window.print()}>
        Print or save as PDF
      </button>
    </div>
  )
}
