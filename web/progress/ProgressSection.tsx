import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { SpecialismProgress } from '../../api/contract/progress.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useRoundProgress } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { ProgressTable } from './ProgressTable.tsx'

/** So many specialisms say where a reminder is needed; the round's own page has all of them. */
const fewest = 6

/** On a scan's page, while a round is open: the specialisms from which most is still to come. */
export function ProgressSection({ scan }: { scan: Scan }) {
  const open = scan.rounds.findLast(({ state }) => state === 'open')
  return open ? <OpenRound scan={scan} open={open} /> : null
}

function OpenRound({ scan, open }: { scan: Scan; open: Scan['rounds'][number] }) {
  const query = useRoundProgress(open.id)
  const all = pageLink(pages.round, { scan: scan.slug, number: String(open.number) })
  return (
    <section aria-labelledby="progress">
      <h2 className="nhsuk-heading-m" id="progress">
        Who has answered
      </h2>
      <Loaded query={query} what="who has answered">
        {({ specialisms, unfinished }) => (
          <>
            <p>
              {sentence(specialisms)}
              {furthestBehind(specialisms).length > 0 && ' Furthest behind:'}
            </p>
            <ProgressTable
              specialisms={furthestBehind(specialisms)}
              caption={`The specialisms furthest behind in round ${open.number}`}
            />
            <p>
              <Link to={`${all}#progress`}>
                All specialisms
                {unfinished && ` and the ${count(unfinished.length, 'person', 'people')} not finished, by name`}
              </Link>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

function sentence(specialisms: readonly SpecialismProgress[]): string {
  const asked = specialisms.filter(({ invited }) => invited > 0)
  const silent = asked.filter(({ started }) => started === 0).length
  const finished = asked.filter((one) => one.finished === one.invited).length
  const notStarted = silent > 0 ? ` and ${silent} ${silent === 1 ? 'has' : 'have'} not started` : ''
  return `Of ${count(asked.length, 'specialism')} asked, ${finished} ${finished === 1 ? 'has' : 'have'} finished${notStarted}.`
}

function furthestBehind(specialisms: readonly SpecialismProgress[]): SpecialismProgress[] {
  const shareOf = ({ asked, answered }: SpecialismProgress) => answered / asked
  return specialisms
    .filter(({ asked, answered }) => answered < asked)
    .sort((a, b) => shareOf(a) - shareOf(b) || (a.name < b.name ? -1 : 1))
    .slice(0, fewest)
}
