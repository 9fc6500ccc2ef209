import { readFileSync } from 'node:fs'
import type { PolicyFrame } from '../api/contract/policy.ts'
import type { EvidenceRequest } from '../api/contract/technologies.ts'
import type { ReviewContent } from '../api/reviews/review.ts'
import type { Taxonomy } from '../api/specialisms/commands.ts'

/** A candidate technology with its sourced evidence; readiness and year are illustrative. */
export interface SeedTechnology {
  slug: string
  name: string
  description: string
  category: string
  specialisms: string[]
  illustrativeReadiness: number
  illustrativeYear: number
  evidence: EvidenceRequest[]
}

interface TechnologiesFile {
  categories: Taxonomy['categories']
  technologies: SeedTechnology[]
}

export function readTaxonomy(): Taxonomy {
  const { categories } = read<TechnologiesFile>('technologies')
  return { ...read<Omit<Taxonomy, 'categories'>>('specialisms'), categories }
}

export function readTechnologies(): SeedTechnology[] {
  return read<TechnologiesFile>('technologies').technologies
}

/** A made-up review of the demonstration. */
export interface SeedReview extends ReviewContent {
  technology: string
  specialism: string
  state: 'draft' | 'signed'
}

export function readReviews(): SeedReview[] {
  return read<{ reviews: SeedReview[] }>('reviews').reviews
}

interface PolicyFile {
  frames: (Omit<PolicyFrame, 'source'> & { source: { title: string; publisher: string; year: number | null } })[]
}

/** The frames of national policy to which a technology can be mapped. */
export function readPolicyFrames(): PolicyFrame[] {
  return read<PolicyFile>('policy-frames').frames.map(({ source: { title, publisher, year }, ...frame }) => ({
    ...frame,
    source: year === null ? `${title}, ${publisher}` : `${title}, ${publisher}, ${year}`,
  }))
}

/** A page of a source as it was captured, byte for byte but where README.md says otherwise. */
export function readSourcePage(name: string): string {
  return readFileSync(new URL(`./data/source-pages/${name}`, import.meta.url), 'utf8')
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))
}
