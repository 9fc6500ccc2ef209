import './exchange.scss'
import type { Edition } from '../../api/contract/editions.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { withQuery } from '../shared/address.ts'
import { FileList, type TakenFile } from './FileList.tsx'
import { FoldingNotice } from './FoldingNotice.tsx'

/** Every file that an edition can be taken away as, with what each is for. */
export function TakeAway({ edition }: { edition: Edition }) {
  const reference = String(edition.number ?? edition.id)
  return (
    <section className="offing-section offing-no-print" aria-labelledby="take-away">
      <h2 className="nhsuk-heading-m" id="take-away">
        Take it away
      </h2>
      {edition.state === 'draft' && <p>These files say that they are a draft for the board.</p>}
      <h3 className="nhsuk-heading-s">For the meeting</h3>
      <FileList files={forTheMeeting(reference)} />
      <h3 className="nhsuk-heading-s">The figures</h3>
      <FileList files={figures(reference)} />
      <details className="offing-small-details">
        <summary>For other radar programs, and to follow editions</summary>
        <FoldingNotice edition={reference} />
        <FileList files={forPrograms(reference)} />
      </details>
    </section>
  )
}

const forTheMeeting = (edition: string): TakenFile[] => [
  {
    name: 'Board pack',
    kind: 'PowerPoint',
    address: link(paths.boardPack, { edition }),
    action: 'board-pack.export',
    what: 'Slides to change as you like: the radar, the groups, what changed, and one slide for each of the first ten.',
  },
  {
    name: 'The whole edition in one file',
    kind: 'HTML',
    address: link(paths.editionFile, { edition }),
    action: 'editions.export',
    what: 'Opens in any browser without a connection. Good for keeping, and for sending to somebody without an account.',
  },
]

const figures = (edition: string): TakenFile[] => [
  {
    name: 'Workbook',
    kind: 'Excel',
    address: withQuery(link(paths.rankingWorkbook, {}), { edition }),
    action: 'ranking.export',
    what: 'The ranked list with ranges and groups, the other lists, and what the figures are.',
  },
  {
    name: 'Ranked list',
    kind: 'CSV',
    address: withQuery(link(paths.rankingCsv, {}), { edition }),
    action: 'ranking.export',
    what: 'The same rows, for any spreadsheet or statistics program.',
  },
  {
    name: 'Ranked list',
    kind: 'JSON',
    address: withQuery(link(paths.rankingJson, {}), { edition }),
    action: 'ranking.export',
    what: 'The same again, for programs.',
  },
]

const forPrograms = (edition: string): TakenFile[] => [
  {
    name: 'Thoughtworks “Build your own radar”',
    kind: 'CSV',
    address: link(paths.thoughtworksCsv, { edition }),
    action: 'editions.export',
    what: 'Four slices, rings in calendar years.',
  },
  {
    name: 'Thoughtworks “Build your own radar”',
    kind: 'JSON',
    address: link(paths.thoughtworksJson, { edition }),
    action: 'editions.export',
    what: 'The same, as a list.',
  },
  {
    name: 'AOE Technology Radar',
    kind: 'JSON',
    address: link(paths.aoeJson, { edition }),
    action: 'editions.export',
    what: 'Four slices; its rings and slices come along, for the radar’s settings.',
  },
  {
    name: 'Backstage Tech Radar',
    kind: 'JSON',
    address: link(paths.backstageJson, { edition }),
    action: 'editions.export',
    what: 'Every category keeps its own slice.',
  },
  {
    name: 'Feed of editions',
    kind: 'Atom',
    address: link(paths.editionsFeed, {}),
    action: 'editions.read',
    what: 'All editions and what clearly moved in each, for a program that can sign in.',
    opens: true,
  },
]
