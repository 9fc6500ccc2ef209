import type { By } from '../api/audit/perform.ts'
import { writeDiscussionNote } from '../api/rounds/discussion/commands.ts'
import { saveTechnology } from '../api/rounds/next/commands.ts'
import type { Registry } from '../db/open.ts'

interface Between {
  scan: string
  /** The round that has closed. */
  round: string
  panel: readonly { account: string; specialisms: readonly string[]; silent: boolean }[]
  scanner: string
}

/** What leads saved from the cut, made up as the answers are: by whoever answers for the specialism. */
const saves = [
  {
    specialism: 'audiology',
    technology: 'gene-therapy-for-inherited-deafness',
    reason: 'Small numbers, but newborn hearing screening would have to find these children in time.',
  },
  {
    specialism: 'clinical-scientific-computing',
    technology: 'ai-interpretation-of-spirometry',
    reason: 'We answered from two quite different settings. Somebody has to validate it wherever it is used.',
  },
  {
    specialism: 'genomics',
    technology: 'optical-genome-mapping',
    reason: 'It would take the place of three tests in our laboratory, which the whole panel cannot see.',
  },
]

/** What was said when the panel met, made up like the rest. */
const notes = [
  {
    technology: 'newborn-whole-genome-sequencing',
    text: 'Made up for the demonstration. Those who expect much change count the tests and the talks that follow a positive result; those who expect little count the sequencing alone. Agreed to answer for the whole pathway.',
  },
  {
    technology: 'low-cost-molecular-diagnostics-near-the-patient',
    text: 'Made up for the demonstration. Services that would run the devices with clinics expect much change; those that would only oversee their quality expect little. Agreed that both answers are right for their own service.',
  },
]

/** Between the rounds: leads save a technology each, and the scan team notes what was discussed. */
export async function talkBetweenRounds(registry: Registry, between: Between, ago: (days: number) => Date) {
  const { scan, round, panel, scanner } = between
  const at = (days: number, account: string): By => ({ account, at: ago(days).toISOString() })
  for (const { specialism, technology, reason } of saves) {
    const lead = panel.find((member) => !member.silent && member.specialisms.includes(specialism))!
    await saveTechnology(registry, scan, { technology, reason }, at(30, lead.account))
  }
  for (const { technology, text } of notes)
    await writeDiscussionNote(registry, { round, technology }, text, { kind: 'nothing' }, at(20, scanner))
}
