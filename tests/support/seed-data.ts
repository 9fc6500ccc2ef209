import { readFileSync } from 'node:fs'
import type { EnterTechnologyRequest, Kind } from '../../api/contract/technologies.ts'

interface SeedSpecialism {
  slug: string
  name: string
  grouping: string
  description: string
  current: boolean
  aliases: string[]
  overlapsWith: string[]
}

interface SeedTechnology {
  slug: string
  name: string
  description: string
  category: string
  specialisms: string[]
  illustrativeReadiness: number
  illustrativeYear: number
  evidence: EnterTechnologyRequest['evidence']
}

interface SeedFrame {
  slug: string
  note: string
  items: { slug: string; name: string; short: string; meaning: string }[]
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../seed/data/${name}.json`, import.meta.url), 'utf8')) as T

/** The reference data that the registry begins with, as they stand in their files. */
export const { groupings, specialisms } = read<{
  groupings: { slug: string; name: string; position: number }[]
  specialisms: SeedSpecialism[]
}>('specialisms')
export const { categories, technologies } = read<{
  categories: { slug: string; name: string; kind: Kind; position: number }[]
  technologies: SeedTechnology[]
}>('technologies')
export const { frames } = read<{ frames: SeedFrame[] }>('policy-frames')
