import {
  comparedTechnologies,
  countLinkedSignals,
  evidenceTexts,
  findToldApart,
  linkedIdentifiers,
  linksSeen,
  pairsToldApart,
  scansHolding,
  technologiesInShort,
} from '../../db/duplicates.ts'
import type { Database, Registry } from '../../db/open.ts'
import type { RegistryState } from '../../db/state.ts'
import type { DuplicateDetail, DuplicatePair } from '../contract/duplicates.ts'
import type { Technology } from '../contract/technologies.ts'
import { inTurns, pauses } from '../in-turns.ts'
import { identifiersIn, plainIdentifiers } from '../signals/identifiers.ts'
import { whyNotMerged } from './merging-reader.ts'
import { type Candidate, inOrder, notToldApart, type Pair, pairsAmong } from './pairs.ts'

/** More than a team works through; the likeliest are kept. */
export const mostPairs = 2000
const evidenceATime = 2000

interface Found {
  technologies: number
  pairs: Pair[]
}

/** Pairs that look like one, kept as long as neither the registry's revision nor the links of signals move. */
export class DuplicateReader {
  private readonly registry: Registry
  private kept: { state: string; found: Promise<Found> } | undefined

  constructor(registry: Registry) {
    this.registry = registry
  }

  /** So many pairs from a place in the list, the present ones first; those told apart are left out. */
  async page(state: RegistryState, from: number, limit: number) {
    const [{ technologies, pairs }, toldApart] = [await this.foundAt(state), await pairsToldApart(this.registry.read)]
    const open = notToldApart(pairs, toldApart)
    const items = await this.shown(open.slice(from, from + limit))
    const isCut = pairs.length === mostPairs
    const next = from + limit < open.length ? from + limit : null
    return { items, total: open.length, isCut, technologies, toldApart: toldApart.size, next }
  }

  /** What a choice between two technologies needs. */
  async detail(state: RegistryState, one: Technology, other: Technology): Promise<DuplicateDetail> {
    const { read } = this.registry
    const [left, right] = inOrder(one.id, other.id)
    const { pairs } = await this.foundAt(state)
    const reasons = pairs.find((pair) => pair.left === left && pair.right === right)?.reasons ?? []
    return {
      reasons,
      left: await standingOf(read, left),
      right: await standingOf(read, right),
      toldApart: (await findToldApart(read, [left, right])) ?? null,
      refused: await whyNeither(read, one, other),
    }
  }

  private async foundAt({ restarts, revision }: RegistryState): Promise<Found> {
    const state = `${restarts}.${revision} ${await linksSeen(this.registry.read)}`
    if (this.kept?.state !== state) {
      const found = findPairs(this.registry.read)
      this.kept = { state, found }
      // What failed is tried again by whoever asks next.
      found.catch(() => {
        if (this.kept?.found === found) this.kept = undefined
      })
    }
    return this.kept.found
  }

  private async shown(pairs: readonly Pair[]): Promise<DuplicatePair[]> {
    const ids = pairs.flatMap(({ left, right }) => [left, right])
    const known = await technologiesInShort(this.registry.read, [...new Set(ids)])
    return pairs.map((pair) => ({ ...pair, left: known.get(pair.left)!, right: known.get(pair.right)! }))
  }
}

async function findPairs(db: Database): Promise<Found> {
  const identifiers = await identifiersByTechnology(db)
  const candidates: Candidate[] = (await comparedTechnologies(db)).map((one) => ({
    ...one,
    identifiers: [...(identifiers.get(one.id) ?? [])],
  }))
  return { technologies: candidates.length, pairs: await inTurns(pairsAmong(candidates, mostPairs)) }
}

/** The registration numbers of each technology (id): those in its evidence, and those of the signals that are linked to it. */
async function identifiersByTechnology(db: Database): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  const add = (technology: string, identifiers: readonly string[]) => {
    if (identifiers.length === 0) return
    const known = found.get(technology) ?? new Set()
    for (const one of identifiers) known.add(one)
    found.set(technology, known)
  }
  const pause = pauses()
  for await (const { technology, text } of evidenceTexts(db, evidenceATime)) {
    add(technology, identifiersIn(text))
    await pause()
  }
  for (const { technology, identifiers, webAddress } of await linkedIdentifiers(db)) {
    add(technology, [...plainIdentifiers(identifiers), ...identifiersIn(webAddress ?? '')])
    await pause()
  }
  return found
}

async function standingOf(db: Database, technology: string) {
  return { scans: await scansHolding(db, technology), signals: await countLinkedSignals(db, technology) }
}

/** Why neither can be merged into the other; null where at least one can. */
async function whyNeither(db: Database, one: Technology, other: Technology): Promise<string | null> {
  const why = await whyNotMerged(db, one, other)
  return why === null || (await whyNotMerged(db, other, one)) === null ? null : why
}
