import { ComparisonReader } from './editions/comparing/comparison-reader.ts'
import { EditionShelf } from './editions/shelf-reader.ts'
import { Visits } from './http/visits.ts'
import type { World } from './http/world.ts'
import { Mailer } from './messages/mailer.ts'
import { CertaintyKeeper } from './ranking/certainty-keeper.ts'
import { RegistryFollower } from './ranking/follower.ts'
import { RankingReader } from './ranking/reader.ts'

/** Puts a world together on an open registry. */
export function createWorld(parts: Pick<World, 'registry' | 'settings'> & Partial<World>): World {
  const follower = new RegistryFollower(parts.registry.read)
  const editions = new EditionShelf(parts.registry.read, follower)
  const rankings = new RankingReader(parts.registry.read, follower, editions)
  const certainties = new CertaintyKeeper(follower)
  const visits = new Visits(parts.registry)
  const now = parts.now ?? (() => new Date())
  const comparisons = new ComparisonReader(parts.registry.read, editions, certainties, now)
  const reading = { visits, follower, rankings, editions, comparisons, certainties }
  const world = { ...reading, restartDemonstration: undefined, ...parts, now }
  return { ...world, mailer: mailerOf(world) }
}

function mailerOf({ registry, settings, follower, now }: Omit<World, 'mailer'>): Mailer | undefined {
  const { mail, organisation } = settings
  if (!mail) return undefined
  const post = { progressOf: follower.progressOf, delivery: 'smtp' as const, organisation, origin: mail.origin }
  return new Mailer({ registry, url: mail.url, from: mail.from, post, now })
}
