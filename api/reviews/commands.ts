import { newId } from '../../db/ids.ts'
import { isLeadOf } from '../../db/lead-specialisms.ts'
import type { Database, Registry } from '../../db/open.ts'
import {
  findReview,
  findTechnologyInScan,
  findVersion,
  insertReview,
  insertVersion,
  type ReviewKey,
} from '../../db/reviews.ts'
import { heldSpecialisms } from '../../db/scans.ts'
import { type By, perform } from '../audit/perform.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import type { RankingReader } from '../ranking/reader.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { changedFields, emptyReview, type ReviewContent } from './review.ts'
import { toVersion } from './versions.ts'
import { rankingsOf, yearToSign } from './years-reader.ts'

/** Names a review: ids or slugs, as they stand in an address. */
export interface ReviewReference {
  scan: string
  technology: string
  specialism: string
}

const usually = { illustrative: false }
// No ranking is made from reviews, so nothing that is kept ready has to be made anew.
const unranked = { redraws: false }

/**
 * Saves a version of a review as a draft; says whether it is the first. What is there already is answered as done, whatever
 * version was seen. Refuses whoever is no lead of the specialism.
 */
export async function writeReview(
  registry: Registry,
  reference: ReviewReference,
  content: ReviewContent,
  seen: Precondition,
  by: By,
  { illustrative } = usually,
): Promise<{ isNew: boolean }> {
  const write = async (trx: Database, record: Parameters<Parameters<typeof perform>[2]>[1]) => {
    const { key, account } = await reviewToWrite(trx, reference, by)
    const known = await findReview(trx, key)
    const before = known === undefined ? undefined : await findVersion(trx, known)
    const changed = changedFields(before?.content ?? emptyReview, content)
    if (before && changed.length === 0 && seen.kind !== 'none') return { isNew: false }
    ensureSeen(seen, before && toVersion(before))
    const review = known ?? newId()
    if (!known) await insertReview(trx, review, key)
    const version = (before?.version ?? 0) + 1
    const state = 'draft' as const
    const written = { writtenBy: account, writtenAt: by.at }
    await insertVersion(trx, { review, version, state, content, earlyYear: null, illustrative, ...written })
    record({ action: 'review.draft', objectKind: 'review', objectId: review, details: { version, changed } })
    return { isNew: !before }
  }
  return perform(registry, by, write, unranked)
}

/** Signs the present draft, as a version of its own that keeps the year for which services must be ready as of this moment. */
export async function signReview(
  registry: Registry,
  rankings: RankingReader,
  reference: ReviewReference,
  seen: Precondition,
  by: By,
  { illustrative } = usually,
): Promise<void> {
  const earlyYear = await yearToSign(rankings, reference.scan, reference.technology)
  const sign = async (trx: Database, record: Parameters<Parameters<typeof perform>[2]>[1]) => {
    const { key, account } = await reviewToWrite(trx, reference, by)
    const review = await findReview(trx, key)
    const before = review === undefined ? undefined : await findVersion(trx, review)
    if (!before) throw new Refusal('not-found', 'There is no draft of this review yet. Write one first.')
    ensureSeen(seen, toVersion(before))
    if (before.state === 'signed')
      throw new Refusal('conflict', 'This version is signed already. Change it first, then sign what is new.')
    if (before.content.action === null)
      throw invalid('/action', 'Say what to do before you sign: nothing is one answer.')
    const version = before.version + 1
    const written = { writtenBy: account, writtenAt: by.at }
    await insertVersion(trx, { ...before, version, state: 'signed', earlyYear, illustrative, ...written })
    record({ action: 'review.sign', objectKind: 'review', objectId: before.review, details: { version } })
  }
  return perform(registry, by, sign, unranked)
}

/** Signs as of the registry's own rankings, for who has no world: the seed. */
export function signerIn(registry: Registry) {
  const rankings = rankingsOf(registry)
  return (reference: ReviewReference, seen: Precondition, by: By, options = usually) =>
    signReview(registry, rankings, reference, seen, by, options)
}

/** 404 where the scan holds no such technology or specialism, 403 for who is no lead of the specialism. */
async function reviewToWrite(trx: Database, reference: ReviewReference, by: By) {
  const scan = await getScan(trx, reference.scan)
  const technology = await findTechnologyInScan(trx, scan.id, reference.technology)
  if (!technology)
    throw new Refusal('not-found', `${scan.name} does not hold the technology ${repeated(reference.technology)}.`)
  const held = await heldSpecialisms(trx, scan.id)
  const specialism = held.find(({ id, slug }) => reference.specialism === slug || reference.specialism === id)
  if (!specialism)
    throw new Refusal('not-found', `${scan.name} does not hold the specialism ${repeated(reference.specialism)}.`)
  if (!by.account || !(await isLeadOf(trx, by.account, specialism.id)))
    throw new Refusal('not-allowed', `Only a lead of ${specialism.name} writes its reviews, and you are not one.`)
  const key: ReviewKey = { scan: scan.id, technology, specialism: specialism.id }
  return { key, account: by.account }
}
