import { afterEach, describe, expect, it } from '@jest/globals'
import { groupsOf } from '../../api/ranking/groups-reader.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function scanOf(registry: Awaited<ReturnType<typeof createTestRegistry>>) {
  return (await registry.world.follower.followed()).scans[0]!
}

const levels = { Far: { impact: 9 }, Near: { impact: 8 }, Middling: { impact: 5 }, Low: { impact: 1, band: 3 } }

describe('the groups of a scan', () => {
  it('hold every ranked technology, in the order of the ranking', async () => {
    const registry = await createTestRegistry()
    await registry.given.closedRound(levels)

    const groups = await groupsOf(await scanOf(registry))

    const { items } = (await registry.scanner.get('/ranking').expect(200)).body
    const ids = items.map(({ id }: { id: string }) => id)
    expect(groups).toMatchObject({ tooFew: false, draws: 10_000 })
    if (groups.tooFew) return
    expect(groups.groups.flat()).toEqual(ids)
    expect(groups.groups.length).toBeGreaterThan(1)
  })

  it('are drawn once for a closed round, and an open one moves nothing', async () => {
    const registry = await createTestRegistry()
    const { given } = registry
    const { scan, technologies } = await given.closedRound(levels)
    const before = await groupsOf(await scanOf(registry))
    const second = await given.openRound(scan, technologies)
    for (const lead of scan.leads['cardiac-science']!)
      await given.answer(lead, second, technologies[3]!, 'cardiac-science', { impact: 9 })

    expect(await groupsOf(await scanOf(registry))).toBe(before)

    await given.closeRound(second)
    expect(await groupsOf(await scanOf(registry))).not.toBe(before)
  })

  it('are not to be said where too few have answered, or no round has closed', async () => {
    const registry = await createTestRegistry()
    const scan = await registry.given.scan()
    expect(await groupsOf(await scanOf(registry))).toEqual({ tooFew: true })
    const technology = await registry.given.technology('Alone')
    const round = await registry.given.openRound(scan, [technology])
    await registry.given.answer(scan.leads['cardiac-science']![0]!, round, technology, 'cardiac-science', { impact: 5 })
    await registry.given.closeRound(round)
    expect(await groupsOf(await scanOf(registry))).toEqual({ tooFew: true })
  })

  it('let others have their turn while they are drawn', async () => {
    const registry = await createTestRegistry({ demonstration: true })
    const scan = await scanOf(registry)
    let [turns, done] = [0, false]
    const drawing = groupsOf(scan).then(() => {
      done = true
    })
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve))
      turns++
    }
    await drawing
    expect(turns).toBeGreaterThan(5)
  })
})
