import type { Registry } from '../../db/open.ts'
import { readVisit, type Visit } from '../../db/sessions.ts'

const mostKept = 2_000

/**
 * Who asks, and how far the registry has come. A visit is remembered as long as nobody, in any process, commits anything
 * to the database: so a sign-out ends it at once, and a busy hour of reading does not ask the same again and again.
 */
export class Visits {
  private dataVersion = Number.NaN
  private readonly known = new Map<string, Visit>()
  private readonly registry: Registry

  constructor(registry: Registry) {
    this.registry = registry
  }

  async of(tokenDigest: string | undefined): Promise<Visit> {
    const dataVersion = this.follow()
    const known = tokenDigest === undefined ? undefined : this.known.get(tokenDigest)
    if (known) return known
    const visit = await readVisit(this.registry.read, tokenDigest)
    const isPresent = dataVersion === this.dataVersion
    if (tokenDigest !== undefined && visit.session && isPresent && this.known.size < mostKept)
      this.known.set(tokenDigest, visit)
    return visit
  }

  private follow(): number {
    const dataVersion = this.registry.dataVersion()
    if (dataVersion !== this.dataVersion) this.known.clear()
    this.dataVersion = dataVersion
    return dataVersion
  }
}
