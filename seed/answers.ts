import type { Answer } from '../api/ratings/rating.ts'
import { bandOfYear, defaultMethod, type Horizon } from '../api/scans/method.ts'
import { chanceFor } from './chance.ts'
import type { SeedTechnology } from './data.ts'
import type { DemonstrationPanellist } from './panel.ts'
import { madeUpReason } from './reasons.ts'

/** From so far off what others here say, on the 1–9 scale, somebody says why. */
const farApart = 1.9

/** A made-up answer of the demonstration's panel, or undefined where this member skips the item. Repeatable. */
export function madeUpAnswer(
  technology: SeedTechnology,
  specialism: string,
  panellist: DemonstrationPanellist,
  horizon: Horizon,
  round: number,
): Answer | undefined {
  const shared = chanceFor('technology', technology.slug)
  const local = chanceFor('pair', technology.slug, specialism)
  const own = chanceFor('answer', technology.slug, specialism, panellist.email)
  const later = chanceFor('answer', technology.slug, specialism, panellist.email, round)
  if (own.oneIn(14)) return undefined
  const stance = stanceOf(technology, local.whole(1, 100), own.whole(1, 100), horizon.startYear)
  if (stance !== 'rated') return { stance, impact: null, arrival: null, reason: null }
  const isDivided = divided[specialism]?.includes(technology.slug) ?? false
  const drift = driftOf(technology, horizon)
  const usual = 2.6 + shared.whole(0, 44) / 10 + local.normal(0.9) + drift.impact
  const apart = isDivided ? campOf(technology, panellist) : panellist.leaning + own.normal(1.1)
  const second = round > 1 ? later.normal(0.4) : 0
  const impact = Math.min(9, Math.max(1, Math.round(usual + apart + second)))
  return {
    stance,
    impact,
    arrival: arrivalOf(technology, drift.years + local.normal(1.4) + own.normal(1.6), own, horizon),
    reason: Math.abs(apart) < farApart ? null : madeUpReason(apart, technology.slug, panellist.email),
  }
}

/** How otherwise a technology looked in a past year: how much it would change, and when. */
function driftOf(technology: SeedTechnology, { startYear }: Horizon): { impact: number; years: number } {
  if (startYear >= thisYear) return { impact: 0, years: 0 }
  const chance = chanceFor('drift', technology.slug, startYear)
  return { impact: chance.normal(1.1), years: chance.normal(0.5) }
}

const thisYear = 2026

/** Made up like the rest: what most of the panel calls normal practice, and what most say changes nothing for them. */
const alreadyHere = [
  'telemedicine',
  'ai-autocontouring-for-radiotherapy-planning',
  'long-term-ecg-patch-with-ai-analysis',
]
/** From when on: what is normal practice today was once to come. */
const hereSince: Record<string, number> = { 'ai-analysis-of-ct-brain-scans-in-acute-stroke': 2025, telemedicine: 2025 }
const changesNothing = ['hybrid-closed-loop-insulin-delivery', 'wastewater-pathogen-surveillance']

/** Where a specialism is of two minds, so that there is something to discuss: one half expects much change, the other little. */
const divided: Record<string, readonly string[]> = {
  genomics: [
    'population-polygenic-risk-scores',
    'newborn-whole-genome-sequencing',
    'mitochondrial-donation',
    'blood-group-genotyping-arrays',
    'crispr-gene-edited-cell-therapy',
  ],
  'clinical-microbiology': [
    'rapid-respiratory-metagenomic-sequencing',
    'low-cost-molecular-diagnostics-near-the-patient',
    'automated-reading-of-bacterial-culture-plates',
    'bacteriophage-therapy',
  ],
  histopathology: [
    'ai-support-for-histopathology',
    'hpv-self-sampling-for-cervical-screening',
    'spatial-omics',
    'ai-assessment-of-skin-lesions',
    'post-mortem-ct',
  ],
}

/** Every other member is of the other half: what that takes from or adds to the usual answer. */
function campOf(technology: SeedTechnology, { email }: DemonstrationPanellist): number {
  const chance = chanceFor('camp', technology.slug, email)
  const isEven = Number(/\d+/.exec(email)?.[0] ?? 0) % 2 === 0
  return (isEven ? 3.5 : -3.5) + chance.normal(0.5)
}

const isHere = ({ slug }: SeedTechnology, year: number) =>
  year >= (hereSince[slug] ?? (alreadyHere.includes(slug) ? 0 : Number.POSITIVE_INFINITY))

/** Most say that it affects them; here and there a whole specialism says no; some cannot judge. */
function stanceOf(technology: SeedTechnology, local: number, own: number, year: number): Answer['stance'] {
  if (isHere(technology, year) && own <= 85) return 'already'
  if (changesNothing.includes(technology.slug) && own <= 85) return 'not-affected'
  if (local <= 6 && own <= 70) return 'not-affected'
  if (own > 93) return 'cannot-judge'
  return own > 90 ? 'already' : 'rated'
}

function arrivalOf(
  technology: SeedTechnology,
  years: number,
  own: ReturnType<typeof chanceFor>,
  horizon: Horizon,
): Answer['arrival'] {
  if (own.oneIn(16)) return { kind: 'cannot-say' }
  // An illustrative year is when wide use might start; a milestone in a specialism's own services comes a little later.
  const year = Math.round(technology.illustrativeYear + 1.5 + years)
  return { kind: 'band', band: bandOfYear(defaultMethod, horizon, year) }
}
