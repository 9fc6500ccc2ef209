import { coverageNotes, signalLinks, specialismsByTechnology } from '../../db/coverage.ts'
import type { Database } from '../../db/open.ts'
import { heldSpecialisms } from '../../db/scans.ts'
import { categories as allCategories } from '../../db/taxonomy.ts'
import type { Coverage } from '../contract/filtration.ts'
import { aboutOf, type RankingReader } from '../ranking/reader.ts'
import type { View } from '../ranking/view.ts'
import { coverageOf, type Placed, withoutBand } from './coverage.ts'
import { filtrationOf, stoodIn } from './funnel-reader.ts'

/** Where the scan's technologies are, and where nobody has looked. The band is what everybody may see: the whole scan's. */
export async function readCoverage(
  db: Database,
  rankings: RankingReader,
  reference: string,
  now: string,
): Promise<Coverage> {
  const filtration = await filtrationOf(db, reference, now)
  const { id } = filtration.scan
  const view = await rankings.view({ scan: id, lens: { kind: 'all' } }, 'all')
  const { scan, round, demonstration, bands } = aboutOf(view)
  const specialisms = await heldSpecialisms(db, id)
  const categories = await allCategories(db)
  const numberOf = numbersOf(specialisms)
  const categoryNumber = numbersOf(categories)
  const bandOf = bandsIn(view)
  const affected = await specialismsByTechnology(db, id)
  const linked = await signalsByTechnology(db)
  const placed = (await stoodIn(db, filtration)).map(
    (one): Placed => ({
      specialisms: (affected.get(one.id) ?? []).map((specialism) => numberOf.get(specialism)!),
      category: categoryNumber.get(one.category)!,
      band: bandOf(one.id),
      standing: one.standing,
      signals: linked.get(one.id) ?? [],
    }),
  )
  const { technologies, bySpecialism, byCategory, ...counted } = coverageOf(
    placed,
    specialisms.length,
    categories.length,
  )
  const groupings = new Map(specialisms.map(({ grouping }) => [grouping.slug, grouping.name]))
  return {
    scan,
    demonstration,
    round: round && { number: round.number, closedAt: round.closedAt },
    bands,
    specialisms: specialisms.map(({ slug, name, grouping }, i) => ({
      ...{ slug, name, grouping: grouping.slug },
      technologies: bySpecialism[i]!,
    })),
    groupings: [...groupings].map(([slug, name]) => ({ slug, name })),
    categories: categories.map(({ slug, name }, i) => ({ slug, name, technologies: byCategory[i]! })),
    technologies,
    ...counted,
    notes: await coverageNotes(db, id),
  }
}

const numbersOf = (ones: readonly { id: string }[]) => new Map(ones.map(({ id }, i) => [id, i]))

async function signalsByTechnology(db: Database): Promise<Map<string, string[]>> {
  const linked = new Map<string, string[]>()
  for (const { technology, signal } of await signalLinks(db)) {
    const known = linked.get(technology)
    if (known) known.push(signal)
    else linked.set(technology, [signal])
  }
  return linked
}

/** In which band the ranking of all specialisms has a technology (id): what is not ranked there shows no year to anybody. */
function bandsIn({ ranking }: View): (technology: string) => number {
  const bands = new Map<string, number>()
  for (const { id, band } of ranking.ranked) bands.set(id, band)
  for (const { id } of ranking.alreadyHere) bands.set(id, withoutBand.alreadyHere)
  for (const { id } of ranking.notAffected) bands.set(id, withoutBand.notAffected)
  return (technology) => bands.get(technology) ?? withoutBand.notJudged
}
