import { Client } from '../client.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { searchWords } from '../made-up.ts'
import { categorySlug, groupingSlug, specialismSlug, tokens } from '../registry.ts'
import type { RunningServer } from '../servers.ts'
import { type Size, specialismCount } from '../sizes.ts'

const aims = { S: 5, M: 5, L: 50 }
const tries = 24

/** Top 50 of rankings that nobody has asked for since the data changed. `salt` keeps the combinations of two runs apart. */
export async function measureNewRankings(
  offing: RunningServer,
  size: Size,
  when: string,
  salt: number,
): Promise<Figure[]> {
  const client = new Client(offing.origin, tokens.scanner)
  const figures: Figure[] = []
  for (const [what, addressOf] of Object.entries(combinations)) {
    const took: number[] = []
    for (let i = 0; i < tries; i++)
      took.push((await client.expect('GET', `/api/v1/ranking?limit=50&${addressOf(i, salt)}`)).ms)
    const ms = median(took)
    figures.push({
      size: size.name,
      what: `ranking never asked before, ${what}${when}`,
      measured: `${shortMs(ms)} (slowest ${shortMs(Math.max(...took))})`,
      aim: `${aims[size.name]} ms`,
      held: ms <= aims[size.name],
      numbers: { ms, slowestMs: Math.max(...took) },
    })
  }
  client.close()
  return figures
}

const combinations: Record<string, (i: number, salt: number) => string> = {
  'a new lens: specialism': (i, salt) => `lens=specialism:${specialismSlug((i * 2 + salt) % specialismCount)}`,
  'a new lens and weights: grouping': (i, salt) => `lens=grouping:${groupingSlug(i % 4)}&weights=${weights(i, salt)}`,
  'new weights': (i, salt) => `weights=${weights(i + tries, salt)}`,
  'a new filter': (i, salt) =>
    `category=${categorySlug(i % 12)}&category=${categorySlug(salt)}&band=${i % 3}&q=${searchWords[i % 20]}`,
}

/** Different weights for each i and salt. */
function weights(i: number, salt: number): string {
  const moved = 10 * (i + 1) + salt
  return `impact:${6000 - moved},reach:${2000 + moved},imminence:1000,readiness:1000`
}
