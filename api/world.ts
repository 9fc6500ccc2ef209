import { Visits } from './http/visits.ts'
import type { World } from './http/world.ts'
import { RegistryFollower } from './ranking/follower.ts'
import { RankingReader } from './ranking/reader.ts'

/** Puts a world together on an open registry. */
export function createWorld(parts: Pick<World, 'registry' | 'settings'> & Partial<World>): World {
  const follower = new RegistryFollower(parts.registry.read)
  const rankings = new RankingReader(parts.registry.read, follower)
  const visits = new Visits(parts.registry)
  return { visits, follower, rankings, now: () => new Date(), restartDemonstration: undefined, ...parts }
}
