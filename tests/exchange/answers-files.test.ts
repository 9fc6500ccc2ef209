import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import type { AnswersFile } from '../../api/contract/exchange.ts'
import { auditTrail } from '../../db/audit.ts'
import { bytesOf, formulasIn } from '../support/files.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** In cardiac science so many answered on both of two technologies, and so many skipped the second. */
async function withSkipped(counts: { both: number; first: number }) {
  const registry = await createTestRegistry()
  const { given } = registry
  const scan = await given.scan({ 'cardiac-science': counts.both + counts.first })
  const technologies = [await given.technology('Monitor'), await given.technology('Watch')]
  const round = await given.openRound(scan, technologies)
  for (const [n, lead] of scan.leads['cardiac-science']!.entries())
    for (const technology of n < counts.both ? technologies : technologies.slice(0, 1))
      await given.answer(lead, round, technology, 'cardiac-science', { impact: 9 - n })
  await given.closeRound(round)
  const file: AnswersFile = (await registry.scanner.get(`/scans/${scan.slug}/answers.json`).expect(200)).body
  return { ...registry, scan, file }
}

/** Four in cardiac science, two in genomics; all answered on the monitor in the closed round, and a second round is open. */
async function heard() {
  const registry = await createTestRegistry()
  const { given } = registry
  const scan = await given.scan({ 'cardiac-science': 4, genomics: 2, audiology: 3 })
  const monitor = await given.technology('=Monitor', { specialisms: ['cardiac-science', 'genomics', 'audiology'] })
  const first = await given.openRound(scan, [monitor])
  for (const [place, leads] of Object.entries(scan.leads))
    for (const [n, lead] of leads.entries())
      await given.answer(lead, first, monitor, place, { impact: n + 4, band: n % 2 })
  await given.closeRound(first)
  const second = await given.openRound(scan, [])
  const answers = async (visitor: Visitor): Promise<AnswersFile> =>
    (await visitor.get(`/scans/${scan.slug}/answers.json`).expect(200)).body
  return { ...registry, scan, monitor, second, answers }
}

const impacts = ({ items }: AnswersFile) => items.map(({ impact }) => impact).sort()

describe('exporting answers', () => {
  it('gives the scan team closed answers under pseudonyms, none of a specialism with fewer than three people', async () => {
    const { scanner, scan, answers } = await heard()

    const file = await answers(scanner)

    // Genomics is hidden, having two people; audiology with three covers it, so that it cannot be had by subtraction.
    expect(new Set(file.items.map(({ specialism }) => specialism.slug))).toEqual(new Set(['cardiac-science']))
    expect(impacts(file)).toEqual([4, 5, 6, 7])
    expect(new Set(file.items.map(({ pseudonym }) => pseudonym)).size).toBe(4)
    for (const { pseudonym } of file.items) expect(pseudonym).toMatch(/^P-[A-Z2-9]{6}$/)
    const text = JSON.stringify(file)
    for (const { account } of Object.values(scan.leads).flat()) expect(text).not.toContain(account)
    expect(Object.keys(file.items[0]!).sort()).toEqual(
      ['arrival', 'impact', 'pseudonym', 'round', 'specialism', 'stance', 'technology'].sort(),
    )
  })

  it('tells nothing of a round that is open, and keeps pseudonyms from one file to the next', async () => {
    const { scanner, given, scan, monitor, second, answers } = await heard()
    const before = await answers(scanner)

    await given.answer(scan.leads['cardiac-science']![0]!, second, monitor, 'cardiac-science', { impact: 9, band: 3 })
    expect(await answers(scanner)).toEqual(before)

    await given.closeRound(second)
    const after = await answers(scanner)
    expect(impacts(after)).toEqual([5, 6, 7, 9])
    const pseudonyms = ({ items }: AnswersFile) => items.map(({ pseudonym }) => pseudonym).sort()
    expect(pseudonyms(after)).toEqual(pseudonyms(before))
    // Only one answered again, and who is known: the round is not told.
    expect(new Set(after.items.map(({ round }) => round))).toEqual(new Set([null]))
    expect((await answers(scan.leads['cardiac-science']![0]!)).items).toMatchObject([{ impact: 9, round: 2 }])
  })

  it('gives a lead their own answers, however small the panel, and nobody else’s', async () => {
    const { scan, answers, addPerson } = await heard()
    const [first, second] = scan.leads.genomics!

    expect(impacts(await answers(first!))).toEqual([4])
    expect(impacts(await answers(second!))).toEqual([5])
    const { detail } = (await (await addPerson(['lead'])).get(`/scans/${scan.slug}/answers.csv`).expect(404)).body
    expect(detail).toMatch(/not on the panel/)
    await (await addPerson(['board'])).get(`/scans/${scan.slug}/answers.csv`).expect(403)
  })

  it('writes no pseudonym where one person skipped an item: neither theirs, nor those that would leave theirs bare', async () => {
    const { scanner, scan, file } = await withSkipped({ both: 3, first: 1 })

    expect(file).toMatchObject({ total: 7, withoutPseudonym: 7 })
    expect(file.items.map(({ pseudonym }) => pseudonym)).toEqual(Array(7).fill(null))
    // By technology, then by what they say: the one who skipped marked lowest and answered last.
    expect(file.items.map(({ technology, impact }) => [technology.slug, impact])).toEqual([
      ...[6, 7, 8, 9].map((impact) => ['monitor', impact]),
      ...[7, 8, 9].map((impact) => ['watch', impact]),
    ])
    const said = file.about.find(({ label }) => label === 'Without a pseudonym')!.text
    expect(said).toMatch(/^7 of 7 answers\. Who answered how many items, and which, is known by name/)
    const { text } = await scanner.get(`/scans/${scan.slug}/answers.csv`).expect(200)
    expect(text).not.toMatch(/P-/)
    const [, about] = await readXlsx(await bytesOf(scanner.get(`/scans/${scan.slug}/answers.xlsx`)))
    expect(about!.data.flat()).toContain(said)
  })

  it('keeps the pseudonym of who skipped an item in their own file, and writes all where three skipped it', async () => {
    const { scan, file } = await withSkipped({ both: 3, first: 3 })
    const skipped = scan.leads['cardiac-science']!.at(-1)!
    const own: AnswersFile = (await skipped.get(`/scans/${scan.slug}/answers.json`).expect(200)).body

    expect(file).toMatchObject({ total: 9, withoutPseudonym: 0 })
    expect(new Set(file.items.map(({ pseudonym }) => pseudonym)).size).toBe(6)
    expect(own.items).toMatchObject([{ impact: 4, pseudonym: expect.stringMatching(/^P-/), round: 1 }])
    expect(own.about.map(({ label }) => label)).not.toContain('Without a pseudonym')
  })

  it('refuses while no round has closed, and a scan that is not there', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()
    await given.openRound(scan, [await given.technology('Monitor')])

    const { detail } = (await scanner.get(`/scans/${scan.slug}/answers.json`).expect(409)).body
    expect(detail).toMatch(/No round of Scan 1 has closed yet/)
    await scanner.get('/scans/no-such-scan/answers.csv').expect(404)
  })

  it('stands in the audit trail: who, which scan, how many, and the digest of the very file', async () => {
    const { scanner, registry, scan } = await heard()

    const { text } = await scanner.get(`/scans/${scan.slug}/answers.csv`).expect(200)

    const entry = (await auditTrail(registry.read)).findLast(({ action }) => action === 'answers.export')!
    expect(entry).toMatchObject({ actor: scanner.account, objectId: scan.id })
    const digest = createHash('sha256').update(text).digest('hex')
    expect(entry.details).toEqual({ whose: 'all', format: 'csv', round: 1, answers: 4, digest })
  })

  it('makes no formula of a technology’s name in CSV or a workbook, which says what it is', async () => {
    const { scanner, scan } = await heard()

    const rows: Record<string, string>[] = parse((await scanner.get(`/scans/${scan.slug}/answers.csv`)).text, {
      columns: true,
      bom: true,
    })
    const bytes = await bytesOf(scanner.get(`/scans/${scan.slug}/answers.xlsx`))
    const [answers, about] = await readXlsx(bytes)

    expect(rows[0]!.Technology).toBe("'=Monitor")
    expect(answers!.data[1]![1]).toBe('=Monitor')
    expect(formulasIn(bytes)).toEqual([])
    expect(about!.data.flat().join(' ')).toMatch(/Handle with care/)
  })
})
