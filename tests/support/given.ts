import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import type { Role } from '../../api/contract/session.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import type { Visitor } from './test-registry.ts'

/** An answer in short: impact and band, or a stance alone. */
export type ShortAnswer =
  | { impact: number; band?: number }
  | { stance: 'not-affected' | 'already' | 'cannot-judge' | 'withdrawn' }

/** Makes the records that a test needs, through the front door, mentioning only what decides the outcome. */
export class Given {
  private readonly scanner: Visitor
  private readonly addPerson: (roles: Role[]) => Promise<Visitor>
  private scans = 0

  constructor(scanner: Visitor, addPerson: (roles: Role[]) => Promise<Visitor>) {
    this.scanner = scanner
    this.addPerson = addPerson
  }

  /** A technology that may affect cardiac science, at readiness 5, with one piece of evidence. */
  async technology(name: string, changes: object = {}): Promise<Technology> {
    const response = await this.scanner.post('/technologies', { ...technologyRequest(name), ...changes }).expect(201)
    return response.body
  }

  /** A scan over these specialisms with so many panel members each. */
  async scan(panel: Record<string, number> = { 'cardiac-science': 3 }, changes: object = {}) {
    const request = { name: `Scan ${++this.scans}`, startYear: 2026, specialisms: Object.keys(panel), ...changes }
    const scan: Scan = (await this.scanner.post('/scans', request).expect(201)).body
    const leads: Record<string, Visitor[]> = {}
    for (const [specialism, size] of Object.entries(panel)) {
      leads[specialism] = []
      for (let n = 0; n < size; n++) leads[specialism].push(await this.panellist(scan, [specialism]))
    }
    return { ...scan, leads }
  }

  /** Somebody on the panel who has read the notice, and so may answer. */
  async panellist(scan: { slug: string }, specialisms: string[]): Promise<Visitor> {
    const lead = await this.addPerson(['lead'])
    await this.scanner.post(`/scans/${scan.slug}/panel`, { account: lead.account, specialisms }).expect(201)
    await lead.put(`/scans/${scan.slug}/my-seat/notice`, { read: true }).expect(200)
    return lead
  }

  /** A round that asks these technologies (of all their specialisms in the scan), and is open. */
  async openRound(scan: { slug: string }, technologies: { slug: string }[], changes: object = {}): Promise<Round> {
    const prepared: Round = (await this.scanner.post(`/scans/${scan.slug}/rounds`, changes).expect(201)).body
    const asked = { technologies: technologies.map(({ slug }) => slug) }
    if (technologies.length > 0) await this.scanner.post(`/rounds/${prepared.id}/technologies`, asked).expect(201)
    return (await this.scanner.post(`/rounds/${prepared.id}/open`).set('If-Match', '*').expect(200)).body
  }

  async closeRound(round: { id: string }): Promise<Round> {
    return (await this.scanner.post(`/rounds/${round.id}/close`).set('If-Match', '*').expect(200)).body
  }

  async answer(lead: Visitor, round: { id: string }, technology: { slug: string }, specialism: string, a: ShortAnswer) {
    const path = `/rounds/${round.id}/ratings/${technology.slug}/${specialism}`
    const present = await lead.get(path)
    const seen: Record<string, string> =
      present.status === 200 ? { 'If-Match': present.headers.etag! } : { 'If-None-Match': '*' }
    return lead.put(path, ratingRequest(a), seen)
  }

  /** One closed round in which each of so many leads of cardiac science gives the same answer on each technology. */
  async closedRound(technologies: Record<string, ShortAnswer>, changes: object = {}, leads = 3) {
    const scan = await this.scan({ 'cardiac-science': leads }, changes)
    const entered: Technology[] = []
    for (const name of Object.keys(technologies)) entered.push(await this.technology(name))
    const round = await this.openRound(scan, entered)
    for (const technology of entered)
      for (const lead of scan.leads['cardiac-science']!)
        await this.answer(lead, round, technology, 'cardiac-science', technologies[technology.name]!)
    await this.closeRound(round)
    return { scan, round, technologies: entered }
  }
}

export function ratingRequest(answer: ShortAnswer) {
  if ('stance' in answer) return { stance: answer.stance }
  return { stance: 'rated', impact: answer.impact, arrival: { kind: 'band', band: answer.band ?? 1 } }
}

export function evidenceRequest(changes: object = {}) {
  return {
    kind: 'trial',
    text: 'Works in 40 patients.',
    date: '2025-03',
    dateRole: 'happened',
    sourceTitle: 'A first trial',
    sourcePublisher: 'Journal of Trials',
    sourceYear: 2025,
    sourceUrl: 'https://example.org/trial',
    sourceType: 'research',
    ...changes,
  }
}

export function technologyRequest(name: string) {
  return {
    name,
    description: `What ${name} is.`,
    category: 'wearables-sensors',
    readiness: 5,
    specialisms: ['cardiac-science'],
    evidence: [evidenceRequest()],
  }
}
