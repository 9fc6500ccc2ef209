import { insertEvidence } from '../../db/evidence.ts'
import { openRegistry } from '../../db/open.ts'
import { insertSignal } from '../../db/signals.ts'
import { Chance } from './chance.ts'
import { idOf } from './ids.ts'
import type { Size } from './sizes.ts'

const at = '2026-01-05T09:00:00.000Z'
const aTransaction = 2000
const evidenceEach = 4
const signalsEach = 5

const syllables =
  'al an ba car cel di en fi ga gen ha im in ka lo ma mi mon ne os pa per pro ra re sen ser ta ti ul va ver'
/** Words as a language has them: a few that nearly every text holds, and very many that hardly any does. */
const vocabulary = madeUpWords(20_000)

/** What somebody might look for, from what every other text holds to what one in thousands does. */
export const soughtWords = { common: vocabulary.slice(0, 12), rare: vocabulary.slice(9_000, 9_012) }

/** Adds evidence, four more pieces a technology, and signals, five for each: 80,000 and 100,000 at L. */
export async function addLibrary(file: string, size: Size): Promise<{ evidence: number; signals: number }> {
  const registry = await openRegistry(file)
  const chance = new Chance(7)
  const evidence = evidenceEach * size.technologies
  const signals = signalsEach * size.technologies
  for (let from = 0; from < evidence; from += aTransaction)
    await registry.transaction(async (trx) => {
      for (let i = from; i < Math.min(evidence, from + aTransaction); i++) {
        const place = {
          id: idOf('evidence', size.technologies + i),
          technology: idOf('technology', i % size.technologies),
        }
        await insertEvidence(trx, { ...place, addedBy: idOf('account', 0), at }, evidenceOf(chance))
      }
    })
  const nowhere = { webAddress: null, scan: null, specialism: null, technology: null, sentBy: null, receivedAt: at }
  for (let from = 0; from < signals; from += aTransaction)
    await registry.transaction(async (trx) => {
      for (let i = from; i < Math.min(signals, from + aTransaction); i++)
        await insertSignal(trx, { id: idOf('signal', i), title: text(chance, 10), text: text(chance, 80), ...nowhere })
    })
  await registry.close()
  return { evidence, signals }
}

function evidenceOf(chance: Chance) {
  return {
    kind: 'trial' as const,
    text: text(chance, 40),
    date: '2025-06',
    datePrecision: 'month' as const,
    dateRole: 'happened' as const,
    sourceTitle: text(chance, 8),
    sourcePublisher: text(chance, 2),
    sourceYear: 2025,
    sourceUrl: null,
    sourceType: 'research' as const,
    seenVia: null,
    retrievedOn: null,
  }
}

/** Each word by Zipf's law: the second half as often as the first, the third a third as often. */
function text(chance: Chance, words: number): string {
  const { exp, log, floor } = Math
  return Array.from({ length: words }, () => vocabulary[floor(exp(chance.next() * log(vocabulary.length))) - 1]).join(
    ' ',
  )
}

function madeUpWords(many: number): string[] {
  const chance = new Chance(3)
  const words = new Set<string>()
  while (words.size < many) {
    const parts = Array.from({ length: chance.whole(2, 4) }, () => chance.pick(syllables.split(' ')))
    words.add(parts.join(''))
  }
  return [...words]
}
