import { afterEach, describe, expect, it } from '@jest/globals'
import { CertaintyKeeper } from '../../api/ranking/certainty-keeper.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const all = { kind: 'all' } as const
const levels = { Far: { impact: 9 }, Near: { impact: 8 }, Middling: { impact: 5 }, Low: { impact: 1, band: 3 } }

async function scanOf({ world }: TestRegistry) {
  return (await world.follower.followed()).scans[0]!
}

describe('how sure a scan’s ranking is', () => {
  it('is worked out once for a closed round, and an open one moves nothing', async () => {
    const registry = await createTestRegistry()
    const { given, world } = registry
    const { scan, technologies } = await given.closedRound(levels, {}, 5)
    const before = await world.certainties.certaintyOf(await scanOf(registry), all, 'both')
    expect(before).toMatchObject({ state: 'ready', certainty: { draws: 10_000 } })
    const second = await given.openRound(scan, technologies)
    for (const lead of scan.leads['cardiac-science']!)
      await given.answer(lead, second, technologies[3]!, 'cardiac-science', { impact: 9 })

    expect(await world.certainties.certaintyOf(await scanOf(registry), all, 'both')).toBe(before)

    await given.closeRound(second)
    expect(await world.certainties.certaintyOf(await scanOf(registry), all, 'both')).not.toEqual(before)
  })

  it('cannot be said where too few have answered, or no round has closed', async () => {
    const registry = await createTestRegistry()
    const { certainties } = registry.world
    await registry.given.scan()
    expect(await certainties.certaintyOf(await scanOf(registry), all, 'both')).toEqual({ state: 'no-round' })
    await registry.given.closedRound({ Alone: { impact: 5 } })
    expect(await certainties.certaintyOf(await scanOf(registry), all, 'both')).toEqual({ state: 'few-people' })
  })

  it('is asked for first and then waited for: work is done in the order of need', async () => {
    const registry = await createTestRegistry()
    await registry.given.closedRound(levels, {}, 5)
    const keeper = new CertaintyKeeper(registry.world.follower, 0)
    keeper.workAhead()
    const scan = await scanOf(registry)
    const specialism = { kind: 'specialism', id: scan.specialisms[0]!.id } as const
    await keeper.roundClosed(scan.rounds[0]!.id)
    const last = keeper.certaintyOf(scan, specialism, 'both')
    expect(keeper.look(scan, { kind: 'grouping', id: scan.specialisms[0]!.grouping.id }, 'both').state).toBe('working')
    await last
    expect(keeper.look(scan, specialism, 'both').state).toBe('ready')
    await keeper.stop()
  })

  it('is tried again after an error, which is told once', async () => {
    const registry = await createTestRegistry()
    await registry.given.closedRound(levels, {}, 5)
    const keeper = new CertaintyKeeper(registry.world.follower, 0)
    const scan = await scanOf(registry)
    const waiting = keeper.certaintyOf(scan, all, 'both')
    await keeper.stop()
    await expect(waiting).rejects.toThrow()
    expect(() => keeper.look(scan, all, 'both')).toThrow()
    expect(await keeper.certaintyOf(scan, all, 'both')).toMatchObject({ state: 'ready' })
  })

  it('lets others have their turn while it is worked out', async () => {
    const registry = await createTestRegistry()
    await registry.given.closedRound(levels, {}, 5)
    const scan = await scanOf(registry)
    let [turns, done] = [0, false]
    const drawing = registry.world.certainties.certaintyOf(scan, all, 'both').then(() => {
      done = true
    })
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve))
      turns++
    }
    await drawing
    // How many more depends on how fast it is drawn.
    expect(turns).toBeGreaterThan(2)
  })
})
