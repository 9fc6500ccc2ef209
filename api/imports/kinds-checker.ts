import type { Database } from '../../db/open.ts'
import { leaveOutSignals, leaveOutTechnologies } from '../../db/sqlite/entering.ts'
import type { StagedTable } from '../../db/sqlite/staging.ts'
import { ratingTables } from '../../db/staged-ratings.ts'
import { signalTables } from '../../db/staged-signals.ts'
import { technologyTables } from '../../db/staged-technologies.ts'
import type { ImportKind } from '../contract/imports.ts'
import { type Field, fieldsOf } from './fields.ts'
import type { EnterTask } from './import-task.ts'
import { ratingChecker } from './ratings/rating-checker.ts'
import { beginImportedRound } from './ratings/round-commands.ts'
import type { Checker, Given } from './row-checker.ts'
import { signalChecker } from './signal-checker.ts'
import { technologyChecker } from './technology-checker.ts'

/**
 * What it takes to import a kind of thing: what its columns may hold, who checks its rows, and the tables that its rows enter. To add one: its
 * fields in `fields.ts`, a checker that puts its rows aside in tables of its own (as `db/staged-signals.ts`), and a line here.
 */
export interface KindOfImport {
  fields: readonly Field[]
  checker: (given: Given) => Promise<Checker>
  /** In the order in which they are entered. */
  tables: readonly StagedTable[]
  /** Leaves out, in the transaction that enters, what came to be in the registry since it was looked at. */
  leaveOutKnown: (trx: Database, tables: readonly StagedTable[]) => Promise<void>
  /** Makes what its rows need in the registry, in that transaction; returns facts for the trail, beside its own or in their place. */
  prepare?: (trx: Database, task: EnterTask) => Promise<Record<string, unknown>>
  /** Whether entering it changes what readers see. */
  redraws: boolean
}

export const kinds: Record<ImportKind, KindOfImport> = {
  technologies: {
    fields: fieldsOf.technologies,
    checker: technologyChecker,
    tables: technologyTables,
    leaveOutKnown: leaveOutTechnologies,
    redraws: true,
  },
  signals: {
    fields: fieldsOf.signals,
    checker: signalChecker,
    tables: signalTables,
    leaveOutKnown: leaveOutSignals,
    redraws: false,
  },
  ratings: {
    fields: fieldsOf.ratings,
    checker: ratingChecker,
    tables: ratingTables,
    // The registry is as it was looked at, or the round is refused.
    leaveOutKnown: async () => {},
    prepare: beginImportedRound,
    redraws: true,
  },
}
