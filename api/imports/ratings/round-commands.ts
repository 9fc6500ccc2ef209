import { createHash } from 'node:crypto'
import type { Database } from '../../../db/open.ts'
import { insertImportedRound, roundsOf } from '../../../db/rounds.ts'
import { enterIntoScan, freezeScan, type ScanHead } from '../../../db/scans.ts'
import { countStagedKey } from '../../../db/sqlite/entering.ts'
import { enterWhatAnswersNeed, stagedAnswers, stagedRound } from '../../../db/sqlite/entering-ratings.ts'
import { deferReferences } from '../../../db/sqlite/references.ts'
import { Refusal } from '../../refusal.ts'
import { ensureNotPublished, nameOf, nextNumber } from '../../rounds/commands.ts'
import { getScan } from '../../scans/commands.ts'
import { countedRounds } from '../../scans/round.ts'
import type { EnterTask } from '../import-task.ts'
import { roundsKey } from './rating-checker.ts'

const technologiesAtOnce = 500

/** Refuses where no answers can be brought in: while a round is open or prepared, a pilot too, and once the scan has a published edition. */
export async function ensureTakesImport(db: Database, scan: ScanHead): Promise<number> {
  const rounds = await roundsOf(db, scan.id)
  const unfinished = rounds.find(({ state }) => state !== 'closed')
  if (unfinished)
    throw new Refusal(
      'conflict',
      `${nameOf(unfinished)} of ${scan.name} is ${unfinished.state}. Answers are brought in as a closed round, so close it first.`,
    )
  await ensureNotPublished(db, scan)
  return nextNumber(countedRounds(rounds))
}

/**
 * Makes the closed round to which staged answers belong, with what they rest on; the scan is frozen with it, as with any round. Returns
 * what the trail keeps: counts, and a digest of the salted digests of all answers, in place of the file’s own.
 */
export async function beginImportedRound(trx: Database, task: EnterTask): Promise<Record<string, unknown>> {
  const { facts, by } = task
  const scan = await getScan(trx, facts.scan!)
  const number = await ensureTakesImport(trx, scan)
  if ((await countStagedKey(trx, roundsKey)) !== (await roundsOf(trx, scan.id)).length)
    throw new Refusal(
      'conflict',
      'Another round was added to the scan since the file was looked at. Send the file again.',
    )
  const staged = await stagedRound(trx)
  if (!staged) return {}
  const { id, asksYears, technologies, members, newMembers } = staged
  await deferReferences(trx)
  for (let i = 0; i < technologies.length; i += technologiesAtOnce)
    await enterIntoScan(trx, scan.id, technologies.slice(i, i + technologiesAtOnce), by.at)
  if (!scan.frozenAt) await freezeScan(trx, scan.id, by.at)
  await insertImportedRound(trx, { id, scan: scan.id, number, asksYears, import: facts.id, at: by.at })
  await enterWhatAnswersNeed(trx)
  const digest = await saltedDigest(trx)
  const counts = { technologies: technologies.length, members, newMembers }
  return { scan: scan.id, round: id, number, ...counts, saltedDigest: digest, fileDigest: undefined }
}

async function saltedDigest(trx: Database): Promise<string> {
  const all = createHash('sha256')
  for await (const page of stagedAnswers(trx))
    for (const { salt, ...answer } of page)
      all.update(
        createHash('sha256')
          .update(salt)
          .update(JSON.stringify(Object.values(answer)))
          .digest(),
      )
  return all.digest('hex')
}
