import { DemonstrationNotice } from '../../shared/DemonstrationNotice.tsx'
import { isStatus } from '../../shared/queries.ts'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { Place } from './Place.tsx'
import type { Placed } from './placed.ts'
import { useStandingHere } from './use-standing-here.ts'

/** Where a technology stands in the ranking, or why it does not. */
export function Standing({ technology }: { technology: Placed }) {
  const query = useStandingHere(technology)
  if (isStatus(query.error, 404) && !query.data) return <NoStanding detail={query.error?.message} />
  return (
    <Loaded query={query} what="its place in the ranking">
      {(standing) => (
        <div aria-busy={query.isPlaceholderData || undefined}>
          <Place standing={standing} />
          {standing.demonstration && standing.round && <DemonstrationNotice />}
        </div>
      )}
    </Loaded>
  )
}

function NoStanding({ detail }: { detail: string | undefined }) {
  return (
    <Empty title="It has no place in a ranking">
      <p>{detail} It gets a place once a scan has asked the panel about it and the round has closed.</p>
    </Empty>
  )
}
