import { readTokenVisit, type TokenVisit } from '../../db/access-tokens.ts'
import type { Registry } from '../../db/open.ts'
import { readVisit, type Visit } from '../../db/sessions.ts'

const mostKept = 2_000

/**
 * Who asks, and how far the registry has come. A visit is remembered as long as nobody, in any process, commits anything
 * to the database: so a sign-out ends it at once, and a busy hour of reading does not ask the same again and again.
 */
export class Visits {
  private dataVersion = Number.NaN
  private isFollowed = false
  private readonly known = new Map<string, Visit>()
  private readonly knownTokens = new Map<string, TokenVisit>()
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

  /** The same for a machine, by its access token. */
  async ofToken(tokenDigest: string): Promise<TokenVisit> {
    const dataVersion = this.follow()
    const known = this.knownTokens.get(tokenDigest)
    if (known) return known
    const visit = await readTokenVisit(this.registry.read, tokenDigest)
    const isPresent = dataVersion === this.dataVersion
    if (visit.token && isPresent && this.knownTokens.size < mostKept) this.knownTokens.set(tokenDigest, visit)
    return visit
  }

  /** Once a turn of the event loop: whatever was sent after a sign-out was answered arrives in a later one. */
  private follow(): number {
    if (this.isFollowed) return this.dataVersion
    this.isFollowed = true
    setImmediate(() => {
      this.isFollowed = false
    })
    const dataVersion = this.registry.dataVersion()
    if (dataVersion !== this.dataVersion) for (const known of [this.known, this.knownTokens]) known.clear()
    this.dataVersion = dataVersion
    return dataVersion
  }
}
