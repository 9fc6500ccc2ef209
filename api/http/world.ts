import type { Registry } from '../../db/open.ts'
import type { LetterKeeper } from '../accounts/links/letter-keeper.ts'
import type { SessionKeeper } from '../accounts/sessions/session-keeper.ts'
import type { AttemptKeeper } from '../accounts/sign-in/attempt-keeper.ts'
import type { ProviderDoor } from '../accounts/single-sign-on/provider-door.ts'
import type { TokenKeeper } from '../accounts/tokens/token-keeper.ts'
import type { By } from '../audit/perform.ts'
import type { TrailKeeper } from '../audit/trail-keeper.ts'
import type { BackupKeeper } from '../backup/backup-keeper.ts'
import type { ComparisonReader } from '../editions/comparing/comparison-reader.ts'
import type { EditionShelf } from '../editions/shelf-reader.ts'
import type { ImportKeeper } from '../imports/import-keeper.ts'
import type { Mailer } from '../messages/mailer.ts'
import type { MetricsKeeper } from '../operations/metrics-keeper.ts'
import type { RoomKeeper } from '../operations/room-keeper.ts'
import type { CertaintyKeeper } from '../ranking/certainty-keeper.ts'
import type { RegistryFollower } from '../ranking/follower.ts'
import type { RankingReader } from '../ranking/reader.ts'
import type { Settings } from '../settings.ts'
import type { SourceKeeper } from '../sources/source-keeper.ts'
import type { Limits } from './limits.ts'
import type { Visits } from './visits.ts'

/** All that the application stands on; `createApp` receives it and does not listen. */
export interface World {
  registry: Registry
  /** Keeps refusals and exports in the trail. Whoever runs the program starts and stops it. */
  trail: TrailKeeper
  visits: Visits
  /** Slows down whoever guesses passwords and codes. */
  attempts: AttemptKeeper
  /** Knows when sessions were used. Whoever runs the program starts and stops it. */
  sessions: SessionKeeper
  /** How much one caller may ask. */
  limits: Limits
  /** Knows when access tokens were used. Whoever runs the program starts and stops it. */
  tokens: TokenKeeper
  follower: RegistryFollower
  rankings: RankingReader
  /** Works out how sure rankings are. Whoever runs the program lets it work ahead, and stops it. */
  certainties: CertaintyKeeper
  editions: EditionShelf
  /** Holds editions against each other. Whoever runs the program stops it. */
  comparisons: ComparisonReader
  /** Holds files that are being looked at. Whoever runs the program stops it. */
  imports: ImportKeeper
  /** Takes backups. Whoever runs the program starts and stops it. */
  backups: BackupKeeper
  /** What is measured of the program. */
  metrics: MetricsKeeper
  /** Whether there is room on the registry's disk. */
  room: RoomKeeper
  settings: Settings
  /** Sends mail; undefined where people copy the messages. Whoever runs the program starts and stops it. */
  mailer: Mailer | undefined
  /** Reaches the provider of single sign-on; undefined where there is none. */
  singleSignOn: ProviderDoor | undefined
  /** Writes to people about their own accounts; undefined without a mailer. Whoever runs the program starts and stops it. */
  letters: LetterKeeper | undefined
  /** Reads the scan's sources. Whoever runs the program starts and stops it. */
  sources: SourceKeeper
  /** The present moment; a test gives its own. */
  now: () => Date
  /** Puts the demonstration back as it was; undefined in a program without one. */
  restartDemonstration: ((registry: Registry, by: By) => Promise<void>) | undefined
}
