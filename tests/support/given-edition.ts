import type { Edition } from '../../api/contract/editions.ts'
import type { ShortAnswer } from './given.ts'
import { createTestRegistry, type Visitor } from './test-registry.ts'

export const notAssessed = { assessed: false, text: '' }

export const coverRequest = {
  title: 'Radar of the test',
  note: 'What the board should know.',
  purpose: 'decision',
  gaps: {
    cost: notAssessed,
    patientBenefit: notAssessed,
    inequalities: { assessed: true, text: 'Rural places come last.' },
  },
  recommendations: [
    { text: 'Train ten people.', technologies: ['monitor'], owner: 'Head of training', by: '2027-03-31' },
  ],
  shownToBoard: false,
}

export const approval = { by: 'The board', meeting: 'Meeting of March', on: '2026-03-12' }

export const seen = (edition: { version: number }) => ({ 'If-Match': `"${edition.version}"` })

/** A scan over two specialisms with one closed round; `answers` are by technology what each of five leads of cardiac science says. */
export async function givenRanking(
  answers: Record<string, ShortAnswer[]> = {
    Monitor: yes(8, 7, 7, 8, 6),
    Patch: yes(3, 4, 3, 2, 4),
    Pump: yes(5, 5, 6, 5, 4),
  },
  options: Parameters<typeof createTestRegistry>[0] = {},
) {
  const made = await createTestRegistry(options)
  const { given, addPerson } = made
  const scan = await given.scan({ 'cardiac-science': 5, audiology: 1 })
  const leads = scan.leads['cardiac-science']!
  const technologies = []
  for (const name of Object.keys(answers)) technologies.push(await given.technology(name))
  const round = await given.openRound(scan, technologies)
  for (const technology of technologies)
    for (const [i, answer] of answers[technology.name]!.entries())
      await given.answer(leads[i]!, round, technology, 'cardiac-science', answer)
  await given.closeRound(round)
  return { ...made, scan, round, technologies, leads, board: await addPerson(['board']) }
}

export const yes = (...impacts: number[]): ShortAnswer[] => impacts.map((impact) => ({ impact }))

export async function givenDraft(scanner: Visitor, scan: { slug: string }, cover: object = {}): Promise<Edition> {
  const { body } = await scanner.post(`/scans/${scan.slug}/editions`, {}).expect(201)
  return (await scanner.put(`/editions/${body.id}`, { ...coverRequest, ...cover }, seen(body)).expect(200)).body
}

export async function givenEdition(scanner: Visitor, scan: { slug: string }, cover: object = {}): Promise<Edition> {
  const draft = await givenDraft(scanner, scan, cover)
  return (await scanner.post(`/editions/${draft.id}/approve`, approval).set(seen(draft)).expect(200)).body
}
