import { auditTrail } from '../../db/audit.ts'
import { editionRows, findEdition } from '../../db/editions.ts'
import type { Database } from '../../db/open.ts'
import { pseudonymsOf, removedMembers } from '../../db/pseudonyms.ts'
import { inTurns } from '../in-turns.ts'
import { arithmeticVersion } from '../ranking/draw-plan.ts'
import { RegistryFollower } from '../ranking/follower.ts'
import { Refusal, repeated } from '../refusal.ts'
import { alteredParts, digestOfEdition } from './digest.ts'
import { freezePairs } from './freeze.ts'
import { type FrozenPair, type FrozenScan, scanKinds, scanOf } from './frozen.ts'
import { resultParts } from './publishing/commands.ts'
import type { SurenessOf } from './sureness-reader.ts'

/** What an edition was held against, and what did not hold. It is sound where `failures` is empty. */
export interface Verdict {
  title: string
  number: number
  checked: string[]
  failures: string[]
  /** What is no failure but should be known. */
  notes: string[]
}

/**
 * Checks a published edition: each row against its digest, all of them against the edition's and the audit trail's, its result against
 * one worked out anew from what it holds, and its answers against the live ones.
 */
export async function verifyEdition(db: Database, reference: string, surenessOf: SurenessOf): Promise<Verdict> {
  const edition = await findEdition(db, reference)
  if (!edition) throw new Refusal('not-found', `There is no edition ${repeated(reference)}.`)
  if (edition.number === null)
    throw new Refusal('conflict', `“${edition.title}” is a draft: nothing of it is frozen yet.`)
  const verdict: Verdict = { title: edition.title, number: edition.number, checked: [], failures: [], notes: [] }
  const rows = await editionRows(db, edition.id)
  const altered = alteredParts(rows)
  for (const { kind, key } of altered) verdict.failures.push(`The row “${nameOfRow(kind, key)}” was altered.`)
  verdict.checked.push(`${rows.length} rows against their digests`)
  if (digestOfEdition(rows) !== edition.digest)
    verdict.failures.push(
      'The rows together do not fit the edition’s digest: a row was altered with its digest, added or taken out.',
    )
  verdict.checked.push(`the edition’s digest ${edition.digest}`)
  await checkTrail(db, edition, verdict)
  if (altered.some(({ kind }) => (scanKinds as readonly string[]).includes(kind)))
    verdict.notes.push('What follows was worked out from altered rows.')
  const frozen = await readable(rows, verdict)
  if (!frozen) return verdict
  await checkResult(rows, frozen, edition, surenessOf, verdict)
  await checkAnswers(db, frozen, verdict)
  return verdict
}

/** The row as somebody would ask for it. */
const nameOfRow = (kind: string, key: string) => (key === '' ? kind : `${kind} ${key}`)

async function readable(rows: Parameters<typeof scanOf>[0], verdict: Verdict): Promise<FrozenScan | undefined> {
  try {
    return await inTurns(scanOf(rows.filter(({ kind }) => (scanKinds as readonly string[]).includes(kind))))
  } catch {
    verdict.failures.push('A row can no longer be read, so the result cannot be worked out.')
    return undefined
  }
}

async function checkTrail(
  db: Database,
  edition: { id: string; digest: string | null },
  verdict: Verdict,
): Promise<void> {
  const entry = (await auditTrail(db)).find(
    ({ action, objectId }) => action === 'edition.publish' && objectId === edition.id,
  )
  if (!entry) verdict.failures.push('The audit trail does not know that this edition was published.')
  else if (entry.details.digest !== edition.digest)
    verdict.failures.push(`The audit trail holds another digest: ${String(entry.details.digest)}.`)
  verdict.checked.push('the digest in the audit trail')
}

type Rows = Awaited<ReturnType<typeof editionRows>>
type Head = NonNullable<Awaited<ReturnType<typeof findEdition>>>

async function checkResult(
  rows: Rows,
  frozen: FrozenScan,
  head: Head,
  surenessOf: SurenessOf,
  verdict: Verdict,
): Promise<void> {
  if (frozen.head.arithmeticVersion !== arithmeticVersion)
    verdict.notes.push(
      `It was made by version ${frozen.head.arithmeticVersion} of the arithmetic, and this program has version ${arithmeticVersion}: its result may differ.`,
    )
  const held = new Map(rows.map((row) => [nameOfRow(row.kind, row.key), row.content]))
  for (const { kind, key, content } of await resultParts(frozen, head, surenessOf))
    if (held.get(nameOfRow(kind, key)) !== content)
      verdict.failures.push(`The row “${nameOfRow(kind, key)}” does not come out of the frozen answers.`)
  verdict.checked.push('the result through every lens, worked out anew from the frozen answers')
}

/** Stands for whoever has no pseudonym any more. */
const erasedBy = ''

/** Frozen answers against those that count now as of the same round. */
async function checkAnswers(db: Database, frozen: FrozenScan, verdict: Verdict): Promise<void> {
  const { scans } = await new RegistryFollower(db).followed()
  const scan = scans.find(({ head }) => head.id === frozen.head.scan.id)
  if (!scan) return void verdict.failures.push('The scan that it was made from is gone.')
  const pseudonyms = await pseudonymsOf(db, scan.head.id)
  const removed = await removedMembers(db, scan.head.id)
  const then = new Set(frozen.panellists.map(({ pseudonym }) => pseudonym))
  // Somebody who was removed goes by another pseudonym in what was published since.
  const asThen = (id: string) => {
    const pseudonym = pseudonyms.get(id) ?? erasedBy
    return removed.has(id) && !then.has(pseudonym) ? erasedBy : pseudonym
  }
  const live = freezePairs(scan.held, frozen.head.round.number, asThen)
  const known = new Set(pseudonyms.values())
  const erased = frozen.panellists.filter(({ pseudonym }) => !known.has(pseudonym)).map(({ pseudonym }) => pseudonym)
  if (erased.length > 0)
    verdict.notes.push(
      `Erased since it was published, so that their answers can no longer be compared: ${erased.join(', ')}.`,
    )
  const gone = new Set([...erased, erasedBy])
  const answersOf = (pairs: readonly FrozenPair[]) =>
    new Map(
      pairs.flatMap(({ technology, specialism, answers }) =>
        answers
          .filter(({ by }) => !gone.has(by))
          .map(
            (answer) =>
              [
                `${technology} ${specialism} ${answer.by}`,
                JSON.stringify({ ...answer, typist: answer.typist > 0 }),
              ] as const,
          ),
      ),
    )
  const [before, now] = [answersOf(frozen.pairs), answersOf(live)]
  for (const [key, answer] of before)
    if (now.get(key) !== answer)
      verdict.failures.push(`The answer “${key}” is ${now.has(key) ? 'another one' : 'missing'} in the registry now.`)
  for (const key of now.keys())
    if (!before.has(key)) verdict.failures.push(`The answer “${key}” is not in the edition.`)
  verdict.checked.push(`${before.size} frozen answers against the live ones`)
}
