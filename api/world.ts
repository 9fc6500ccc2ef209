import { LetterKeeper } from './accounts/links/letter-keeper.ts'
import { SessionKeeper } from './accounts/sessions/session-keeper.ts'
import { AttemptKeeper } from './accounts/sign-in/attempt-keeper.ts'
import { ProviderDoor } from './accounts/single-sign-on/provider-door.ts'
import { TokenKeeper } from './accounts/tokens/token-keeper.ts'
import { TrailKeeper } from './audit/trail-keeper.ts'
import { BackupKeeper } from './backup/backup-keeper.ts'
import { apiRoot, pages, paths } from './contract/paths.ts'
import { ComparisonReader } from './editions/comparing/comparison-reader.ts'
import { EditionShelf } from './editions/shelf-reader.ts'
import { Limits } from './http/limits.ts'
import { Visits } from './http/visits.ts'
import type { World } from './http/world.ts'
import { ImportKeeper } from './imports/import-keeper.ts'
import { Mailer } from './messages/mailer.ts'
import { MetricsKeeper } from './operations/metrics-keeper.ts'
import { RoomKeeper } from './operations/room-keeper.ts'
import { CertaintyKeeper } from './ranking/certainty-keeper.ts'
import { RegistryFollower } from './ranking/follower.ts'
import { RankingReader } from './ranking/reader.ts'
import { onlyWayIn } from './settings.ts'
import { connectors } from './sources/connectors/registry.ts'
import { SourceDoor } from './sources/fetching/source-door.ts'
import { SourceKeeper } from './sources/source-keeper.ts'

/** Puts a world together on an open registry. */
export function createWorld(parts: Pick<World, 'registry' | 'settings'> & Partial<World>): World {
  const follower = new RegistryFollower(parts.registry.read)
  const editions = new EditionShelf(parts.registry.read, follower)
  const rankings = new RankingReader(parts.registry.read, follower, editions)
  const certainties = new CertaintyKeeper(follower)
  const visits = new Visits(parts.registry)
  const now = parts.now ?? (() => new Date())
  const comparisons = new ComparisonReader(parts.registry.read, editions, certainties, now)
  const { idleMinutes } = parts.settings.sessions
  const sessions = new SessionKeeper({ registry: parts.registry, idleMinutes, now })
  const imports = new ImportKeeper(parts.registry)
  const attempts = new AttemptKeeper()
  const trail = new TrailKeeper(parts.registry, now, parts.settings.auditAddressDays)
  const limits = new Limits(parts.settings)
  const ready = { follower, rankings, editions, comparisons, certainties }
  const reading = { ...ready, trail, imports, visits, sessions, attempts, limits }
  const backups = new BackupKeeper({ file: parts.registry.file, settings: parts.settings, now })
  const room = new RoomKeeper(parts.registry.file)
  const metrics = new MetricsKeeper({ read: parts.registry.read, backups, room, now })
  const tokens = new TokenKeeper(parts.registry, now)
  const upkeep = { backups, metrics, room, tokens }
  const world = { ...reading, ...upkeep, restartDemonstration: undefined, ...parts, now }
  const mailer = mailerOf(world)
  const doors = {
    mailer,
    letters: lettersOf(world, mailer),
    sources: sourcesOf(world),
    singleSignOn: singleSignOnOf(world),
  }
  return { ...world, ...doors }
}

function sourcesOf({ registry, settings, now }: Pick<World, 'registry' | 'settings' | 'now'>): SourceKeeper {
  const { hosts, practice, proxy } = settings.sources
  const all = new Set([...hosts, ...Object.values(connectors).flatMap((connector) => [...connector.hosts])])
  // A header takes no other signs.
  const organisation = settings.organisation.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
  const userAgent = `Offing (horizon scanning for healthcare science; ${organisation})`
  return new SourceKeeper({ registry, door: new SourceDoor({ hosts: all, userAgent, proxy, practice }), now })
}

function mailerOf({
  registry,
  settings,
  follower,
  now,
}: Omit<World, 'mailer' | 'letters' | 'sources' | 'singleSignOn'>): Mailer | undefined {
  const { mail, organisation } = settings
  if (!mail) return undefined
  const { progressOf } = follower
  const { origin } = mail
  const post = { progressOf, delivery: 'smtp' as const, organisation, origin, onlyWayIn: onlyWayIn(settings) }
  return new Mailer({ registry, url: mail.url, from: mail.from, post, now })
}

function singleSignOnOf({ settings }: Pick<World, 'settings'>): ProviderDoor | undefined {
  const { singleSignOn, sources } = settings
  if (!singleSignOn) return undefined
  const { origin } = singleSignOn
  const back = { signIn: origin + apiRoot + paths.singleSignOnCallback, signOut: origin + pages.signIn }
  return new ProviderDoor(singleSignOn, back, sources.proxy)
}

function lettersOf({ registry, settings }: Pick<World, 'registry' | 'settings'>, mailer: Mailer | undefined) {
  const { mail, organisation } = settings
  return mail && mailer && new LetterKeeper({ registry, mailer, organisation, origin: mail.origin })
}
