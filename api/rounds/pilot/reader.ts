import { methodOf } from '../../../db/methods.ts'
import type { Database } from '../../../db/open.ts'
import { technologiesToAsk } from '../../../db/pairs.ts'
import { presentStances } from '../../../db/ratings.ts'
import { sharesOf } from '../../../db/shares.ts'
import type { PilotResult } from '../../contract/rounds.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { isPilot } from '../../scans/round.ts'
import { getRound } from '../commands.ts'
import { countPilot } from '../pilot-counts.ts'

/** What came of a pilot, once it has closed: counts alone. */
export async function readPilotResult(db: Database, id: string): Promise<PilotResult> {
  const round = await getRound(db, id)
  if (!isPilot(round)) throw new Refusal('not-found', `There is no pilot round ${repeated(id)}.`)
  if (round.state !== 'closed')
    throw new Refusal('conflict', 'The pilot round is open. Its counts come when it closes.')
  const stances = await presentStances(db, id)
  const items = (await sharesOf(db, id)).map(({ panellist, technology, specialism }) => {
    const stance = stances.get(`${panellist} ${technology} ${specialism}`)
    const answered = stance !== undefined && stance !== 'withdrawn'
    return { panellist, technology, answered, cannotJudge: stance === 'cannot-judge' }
  })
  const { method } = await methodOf(db, round.scan)
  const { byTechnology, ...all } = countPilot(items, method.minimumShown)
  const technologies = await technologiesToAsk(db, { references: [...byTechnology.keys()] })
  return {
    ...all,
    items: technologies.map(({ id, slug, name }) => ({ technology: { id, slug, name }, ...byTechnology.get(id)! })),
  }
}
