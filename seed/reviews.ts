import type { By } from '../api/audit/perform.ts'
import { signerIn, writeReview } from '../api/reviews/commands.ts'
import type { Registry } from '../db/open.ts'
import { readReviews, type SeedReview } from './data.ts'
import { demonstrationLead } from './panel.ts'

interface Lead {
  account: string
  email: string
  specialisms: readonly string[]
}

const illustrative = { illustrative: true }
const nothing = { kind: 'nothing' } as const
const any = { kind: 'any' } as const

/** Made-up reviews by the leads of some specialisms: drafted, and all but one signed a few days later. */
export async function writeReviews(
  registry: Registry,
  scan: string,
  leads: readonly Lead[],
  ago: (days: number) => Date,
): Promise<void> {
  const sign = signerIn(registry)
  for (const [i, { technology, specialism, state, ...content }] of readReviews().entries()) {
    const account = writerOf({ specialism, state }, i, leads).account
    const by = (days: number): By => ({ account, at: ago(days).toISOString() })
    const reference = { scan, technology, specialism }
    await writeReview(registry, reference, content, nothing, by(40 - i), illustrative)
    if (state === 'signed') await sign(reference, any, by(36 - i), illustrative)
  }
}

/** Leads of a specialism take turns; the draft is that of the lead one can look around as. */
function writerOf(review: Pick<SeedReview, 'specialism' | 'state'>, turn: number, leads: readonly Lead[]): Lead {
  const own = leads.filter(({ specialisms }) => specialisms.includes(review.specialism))
  const first = own.find(({ email }) => email === demonstrationLead.email)
  return review.state === 'draft' && first ? first : own[turn % own.length]!
}
