import type { Database } from '../../db/open.ts'
import { reviewHeads, type StoredVersion, versionsAt } from '../../db/reviews.ts'
import type { HeldSpecialism } from '../../db/scans.ts'
import type { Workforce, WorkforceRow } from '../contract/reviews.ts'
import { aboutOf, type RankingReader } from '../ranking/reader.ts'
import type { ReviewViewer } from './reader.ts'
import { byShare, middleYear, shareAffected, type Weighting, weightingOf } from './workforce.ts'
import { scanWithYears } from './years-reader.ts'

type Source = {
  technology: { id: string; slug: string; name: string }
  specialism: HeldSpecialism
  signed: StoredVersion
}

/** The share of the workforce that each technology affects, from the signed reviews of a scan. */
export async function readWorkforce(
  db: Database,
  rankings: RankingReader,
  reference: string | undefined,
  viewer: ReviewViewer,
): Promise<Workforce> {
  const { view } = await scanWithYears(rankings, reference, viewer.scope)
  const { scan, demonstration } = aboutOf(view)
  const weighting = weightingOf(view.scan.specialisms)
  const sources = await sourcesOf(db, scan.id, view.scan.specialisms)
  const byTechnology = new Map<string, Source[]>()
  for (const source of sources)
    byTechnology.set(source.technology.id, [...(byTechnology.get(source.technology.id) ?? []), source])
  const items = [...byTechnology.values()].map((of) => rowOf(of, weighting, viewer)).sort(byShare)
  return {
    scan,
    demonstration,
    middleYear: middleYear(scan.startYear, scan.endYear),
    weighting,
    specialisms: {
      reviewed: new Set(sources.map(({ specialism }) => specialism.id)).size,
      of: view.scan.specialisms.length,
    },
    items,
    total: items.length,
  }
}

/** Every signed review that says which share of its specialism's workforce is affected. */
async function sourcesOf(db: Database, scan: string, specialisms: readonly HeldSpecialism[]): Promise<Source[]> {
  const held = new Map(specialisms.map((one) => [one.id, one]))
  const heads = (await reviewHeads(db, scan)).filter(
    ({ specialism, signed }) => signed !== null && held.has(specialism),
  )
  const versions = await versionsAt(db, new Map(heads.map(({ review, signed }) => [review, signed!])))
  return heads.flatMap(({ review, technology, specialism }) => {
    const signed = versions.get(review)!
    return signed.content.affected ? [{ technology, specialism: held.get(specialism)!, signed }] : []
  })
}

function rowOf(sources: readonly Source[], weighting: Weighting, viewer: ReviewViewer): WorkforceRow {
  const reviews = sources.map(({ specialism: { id, slug, name, headcount }, signed }) => ({
    specialism: { id, slug, name },
    ...signed.content.affected!,
    headcount,
    signedBy: signed.writer,
    signedAt: signed.writtenAt,
    mayWrite: viewer.own.has(id),
  }))
  return { ...sources[0]!.technology, ...shareAffected(reviews, weighting), reviews }
}
