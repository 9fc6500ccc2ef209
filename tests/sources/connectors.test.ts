import { describe, expect, it } from '@jest/globals'
import { clinicaltrials } from '../../api/sources/connectors/clinicaltrials.ts'
import type { Answer, Connector } from '../../api/sources/connectors/connector.ts'
import { europePmc } from '../../api/sources/connectors/europe-pmc.ts'
import { openfda510k, openfdaPma } from '../../api/sources/connectors/openfda.ts'
import { connectors } from '../../api/sources/connectors/registry.ts'
import { ukriGtr } from '../../api/sources/connectors/ukri-gtr.ts'
import { sample } from '../support/source-site.ts'

const asked = { query: 'anything', since: '2026-01-15', cursor: null as string | null }

const answer = (text: string, with_: Partial<Answer> = {}): Answer => ({
  address: 'https://source.example/',
  status: 200,
  headers: {},
  text,
  ...with_,
})

const read = (connector: Connector, text: string, with_: Partial<typeof asked> = {}, more: Partial<Answer> = {}) =>
  connector.read(answer(text, more), { ...asked, ...with_ })

function parametersOf(connector: Connector, with_: Partial<typeof asked> = {}): Record<string, string> {
  return Object.fromEntries(new URL(connector.ask({ ...asked, ...with_ }).address).searchParams)
}

describe('every connector', () => {
  it.each(Object.entries(connectors))('%s takes its own examples, and asks only its own hosts', (_, connector) => {
    for (const { query } of connector.query.examples) {
      expect(connector.problemWith(query)).toBeNull()
      const { protocol, hostname } = new URL(connector.ask({ ...asked, query }).address)
      expect(protocol).toBe('https:')
      if (connector.hosts.length > 0) expect(connector.hosts).toContain(hostname)
    }
  })

  it.each(Object.entries(connectors))('%s says in plain words what is wrong with an answer', (_, connector) => {
    for (const text of ['', 'null', '[]', '{}', '"x"', '<html><body>Busy</body></html>', '{"studies":7}']) {
      try {
        const page = read(connector, text)
        expect(page.records).toEqual([])
      } catch (error) {
        expect((error as Error).constructor.name).toBe('SourceFault')
        expect((error as Error).message).toMatch(/^[A-Z].*\.$/)
      }
    }
    expect(() => read(connector, 'No', {}, { status: 403 })).toThrow('refused to answer us (status 403)')
    expect(() => read(connector, 'No', {}, { status: 400 })).toThrow('does not understand')
    expect(() => read(connector, 'No', {}, { status: 404 })).toThrow('nothing at this address')
  })
})

describe('ClinicalTrials.gov', () => {
  it('asks for what was posted since a day, and keeps all parameters when it turns the page', () => {
    const query = 'query.cond=sepsis&filter.advanced=AREA[Phase]PHASE3'
    const first = parametersOf(clinicaltrials, { query })
    expect(first).toMatchObject({
      'query.cond': 'sepsis',
      'filter.advanced': '(AREA[Phase]PHASE3) AND AREA[LastUpdatePostDate]RANGE[2026-01-15,MAX]',
      pageSize: '100',
    })
    expect(parametersOf(clinicaltrials, { query, cursor: 'ZVt0' })).toEqual({ ...first, pageToken: 'ZVt0' })
    expect(parametersOf(clinicaltrials, { query: 'gene therapy & heart' })).toMatchObject({
      'query.term': 'gene therapy & heart',
    })
  })

  it('reads captured studies', () => {
    const page = read(clinicaltrials, sample('clinicaltrials-gov-1.json'))
    expect(page).toMatchObject({ total: 21, next: 'ZVt07cGHkvI2wRk2CJf6_LLq14bEL8swd7KrgP4dnDeTsPkw', notes: [] })
    expect(page.records).toHaveLength(5)
    expect(page.records[0]).toMatchObject({
      sourceRecord: 'NCT02710084',
      title: 'Piloting Treatment With Intranasal Oxytocin in Phelan-McDermid Syndrome',
      webAddress: 'https://clinicaltrials.gov/study/NCT02710084',
      dated: '2016-04-29',
      organisation: 'Alexander Kolevzon',
      status: 'Completed, phase 2',
      identifiers: ['nct:NCT02710084'],
    })
    expect(page.records[1]!.status).toBe('Completed, phase 1 and 2')
    expect(page.records[2]).toMatchObject({ dated: '2012-02', datePrecision: 'month' })
    expect(page.records[0]!.text).toMatch(/^This is a pilot study[\s\S]*Interventions: Oxytocin; Saline$/)
  })

  it('reads a whole study, dated by the day on which it was first posted', () => {
    const study = sample('clinicaltrials-gov-5.json')
    const [record] = read(clinicaltrials, `{"studies":[${study}]}`).records
    const { statusModule } = JSON.parse(study).protocolSection
    expect(record).toMatchObject({ dated: statusModule.studyFirstPostDateStruct.date, datePrecision: 'day' })
    expect(record!.status).toContain('phase 2 and 3')
    expect(JSON.parse(record!.raw)).toEqual(JSON.parse(study))
  })

  it('goes on where a page without studies leads on', () => {
    expect(read(clinicaltrials, '{"studies":[],"nextPageToken":"x"}')).toMatchObject({ records: [], next: 'x' })
    expect(read(clinicaltrials, '{"studies":[]}').next).toBeNull()
  })
})

describe('Europe PMC', () => {
  it('asks for what was published, or first shown, since a day', () => {
    expect(parametersOf(europePmc, { query: 'A OR B' })).toMatchObject({
      query: '(A OR B) AND (FIRST_PDATE:[2026-01-15 TO 2200-12-31] OR FIRST_IDATE:[2026-01-15 TO 2200-12-31])',
      resultType: 'core',
      cursorMark: '*',
    })
    expect(parametersOf(europePmc, { cursor: 'AoE=' })).toMatchObject({ cursorMark: 'AoE=' })
  })

  it('reads captured results, and takes HTML out of titles whether it was escaped or not', () => {
    const { records, total } = read(europePmc, sample('europepmc-1.json'))
    expect(total).toBe(5)
    expect(records[0]).toMatchObject({
      sourceRecord: 'MED/39272813',
      title:
        'Rare Germline Variants in DNA Repair Genes Detected in BRCA-Negative Finnish Patients with Early-Onset Breast Cancer',
      webAddress: 'https://europepmc.org/article/MED/39272813',
      dated: '2024-08-24',
      organisation: 'Cancers (Basel)',
      status: 'Research article; journal article',
      identifiers: ['doi:10.3390/cancers16172955', 'pmid:39272813', 'pmc:PMC11393874'],
    })
    expect(records[3]!.title).toBe(
      'Rare, protein-truncating variants in ATM, CHEK2 and PALB2, but not XRCC2, are associated with increased breast cancer risks',
    )
    expect(read(europePmc, sample('europepmc-2.json')).records.at(-1)!.sourceRecord).toBe('PMC/PMC11627200')
  })

  it('reads an abstract and a journal where they are sent, a list of one or not', () => {
    const page = { hitCount: 1, resultList: { result: [JSON.parse(sample('europepmc-xml-derived-1.json'))] } }
    const [record] = read(europePmc, JSON.stringify(page)).records
    expect(record).toMatchObject({ organisation: 'Mitochondrial DNA. Part B, Resources' })
    expect(record!.text).toMatch(/^Stictocephala bisonia Kopp et Yonke, 1977/)
  })

  it('takes an error that comes with status 200 for what it is', () => {
    expect(() => read(europePmc, '{"version":"6.9","errCode":404,"errMsg":"Bad <b>query</b>"}')).toThrow(
      'Europe PMC answered with an error (404): Bad query.',
    )
  })

  it('ends where nothing comes, and where the cursor is the one that was sent', () => {
    const page = (nextCursorMark: string, results: object[]) =>
      JSON.stringify({ hitCount: 2, nextCursorMark, resultList: { result: results } })
    const one = { id: '1', source: 'MED', title: 'T' }
    expect(read(europePmc, page('b', [one]), { cursor: 'a' }).next).toBe('b')
    expect(read(europePmc, page('a', [one]), { cursor: 'a' }).next).toBeNull()
    expect(read(europePmc, page('*', [one])).next).toBeNull()
    expect(read(europePmc, page('b', []), { cursor: 'a' }).next).toBeNull()
  })
})

describe('openFDA', () => {
  it('puts the days to what is looked for, and words to their field', () => {
    expect(parametersOf(openfda510k, { query: 'spiro"meter' })).toMatchObject({
      search: '(device_name:"spiro meter") AND decision_date:[2026-01-15 TO 2200-12-31]',
      limit: '200',
    })
    expect(parametersOf(openfdaPma, { query: 'glucose' }).search).toContain(
      '(trade_name:"glucose" OR generic_name:"glucose") AND',
    )
    expect(parametersOf(openfda510k, { query: 'advisory_committee:cv' }).search).toContain('(advisory_committee:cv)')
    expect(openfda510k.problemWith('decision_date:[2020 TO 2021]')).toContain('by itself')
  })

  it('takes no match for an empty answer, whatever its status', () => {
    for (const status of [404, 200])
      expect(read(openfda510k, sample('openfda-510k-empty-1.json'), {}, { status })).toMatchObject({
        records: [],
        next: null,
        total: 0,
      })
  })

  it('reads a clearance', () => {
    const { records, total } = read(openfda510k, sample('openfda-510k-1.json'))
    expect(total).toBe(1355)
    expect(records[0]).toMatchObject({
      sourceRecord: 'K872032',
      title: 'VENTRESCREEN (TM) MONO',
      webAddress: 'https://www.accessdata.fda.gov/scripts/cdrh/cfdocs/cfPMN/pmn.cfm?ID=K872032',
      dated: '1987-06-29',
      organisation: 'VENTREX LABORATORIES, INC.',
      status: 'Substantially Equivalent',
      identifiers: ['fda:K872032'],
    })
    expect(records[0]!.text).toContain('Field of medicine: Immunology')
  })

  it('turns pages by skipping, and beyond 26,000 by the link, of whose address nothing else is taken', () => {
    const page = sample('openfda-510k-1.json')
    expect(read(openfda510k, page).next).toBe('skip 1')
    expect(parametersOf(openfda510k, { cursor: 'skip 200' })).toMatchObject({ skip: '200' })
    const far = page.replace('1355', '40000')
    const link = '<http://169.254.169.254/?search_after=0%3DabC&skip=9>; rel="next"'
    const beyond = read(openfda510k, far, { cursor: 'skip 25000' }, { headers: { link } })
    expect(beyond.next).toBe('search_after 0=abC')
    const question = openfda510k.ask({ ...asked, cursor: beyond.next })
    expect(new URL(question.address).hostname).toBe('api.fda.gov')
    expect(parametersOf(openfda510k, { cursor: beyond.next })).not.toHaveProperty('skip')
    expect(read(openfda510k, far, { cursor: 'skip 25000' }).next).toBeNull()
    expect(read(openfda510k, page, { cursor: 'skip 1354' }).next).toBeNull()
  })

  it('leaves supplements of approvals out unless they are asked for', () => {
    const page = sample('openfda-pma-1.json')
    expect(read(openfdaPma, page)).toMatchObject({ records: [], notes: ['One supplement was left out.'] })
    const [record] = read(openfdaPma, page, { query: 'supplement_type:panel' }).records
    expect(record).toMatchObject({
      sourceRecord: 'P970051/S054',
      title: 'NUCLEUS 24 COCHLEAR IMPLANT SYSTEM: IMPLANT, COCHLEAR',
      status: 'Approved',
      dated: '2010-02-17',
    })
    const original = page.replace('"S054"', '""')
    expect(read(openfdaPma, original).records[0]).toMatchObject({
      sourceRecord: 'P970051',
      identifiers: ['fda:P970051'],
    })
  })
})

describe('UKRI Gateway to Research (by answers made by hand)', () => {
  it('asks for its version of JSON, and for page after page', () => {
    const question = ukriGtr.ask({ ...asked, query: '"liquid biopsy"', cursor: '2' })
    expect(question.headers).toEqual({ accept: 'application/vnd.rcuk.gtr.json-v7' })
    expect(new URL(question.address).searchParams.getAll('f')).toEqual(['pro.t', 'pro.a'])
    expect(parametersOf(ukriGtr, { cursor: '2' })).toMatchObject({ p: '2', s: '100' })
  })

  it('reads projects, dated by the start of their fund', () => {
    const first = read(ukriGtr, sample('ukri-gtr-made-1.json'))
    expect(first).toMatchObject({ next: '2', total: 3 })
    expect(first.records[0]).toMatchObject({
      title: 'Optically pumped magnetometers for wearable magnetoencephalography',
      text: 'We will build & test a helmet of quantum sensors for children with epilepsy.',
      webAddress: 'https://gtr.ukri.org/projects?ref=EP%2FX000001%2F1',
      dated: '2026-01-01',
      organisation: 'EPSRC',
      status: 'Active, Research Grant',
      identifiers: ['ukri:EP/X000001/1'],
    })
    const last = read(ukriGtr, sample('ukri-gtr-made-2.json'), { cursor: '2' })
    expect(last.next).toBeNull()
    expect(last.records[0]).toMatchObject({ dated: null, webAddress: null, identifiers: [], text: '' })
  })
})
