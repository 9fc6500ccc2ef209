import { describe, expect, it } from '@jest/globals'
import { EvidenceRequest } from '../../api/contract/technologies.ts'
import { evidenceOfSignal } from '../../web/signals/evidence-of-signal.ts'
import { evidenceRequest } from '../../web/technologies/evidence-fields.ts'
import { signal } from '../support/web-given-signals.ts'

const today = '2026-11-27'

describe('the evidence that a signal could be', () => {
  it('is a trial by its number, with its date, its publisher and where it was found', () => {
    const one = signal('Gait shoe', {
      identifiers: ['nct:NCT01234567'],
      dated: '2027-03',
      datePrecision: 'month',
      organisation: 'A university',
      status: 'Recruiting',
      source: { id: 's', name: 'ClinicalTrials.gov' },
      webAddress: 'https://clinicaltrials.gov/study/NCT01234567',
    })
    expect(evidenceOfSignal(one, today)).toMatchObject({
      kind: 'trial',
      text: 'Gait shoe. Status: Recruiting.',
      dateRole: 'planned',
      date: { day: '', month: '3', year: '2027' },
      sourcePublisher: 'A university',
      sourceYear: '2027',
      sourceType: 'research',
      seenVia: 'ClinicalTrials.gov',
    })
  })

  it('is official where a regulator has cleared it', () => {
    const one = signal('Gait shoe', { identifiers: ['fda:K123456'], dated: '2026-01-02' })
    expect(evidenceOfSignal(one, today)).toMatchObject({
      kind: 'regulatory',
      sourceType: 'official',
      dateRole: 'happened',
    })
  })

  it('says what was sent, on the day on which it came, where nothing is dated', () => {
    const one = signal('Gait shoe', { origin: 'nomination', text: 'Seen on a ward.', sentBy: 'Ann' })
    const fields = evidenceOfSignal(one, today)
    expect(fields).toMatchObject({ kind: '', text: 'Seen on a ward.', dateRole: 'no-date', seenVia: 'A nomination' })
    expect(evidenceRequest(fields)).toMatchObject({ date: null, retrievedOn: '2026-11-02' })
  })

  it('takes over no address but one of the web, and nothing longer than a field holds', () => {
    const fields = evidenceOfSignal(signal('x'.repeat(900), { webAddress: 'javascript:alert(1)' }), today)
    expect(fields.sourceUrl).toBe('')
    const whole = { ...fields, kind: 'trial', sourcePublisher: 'P', sourceType: 'research' }
    expect(EvidenceRequest.safeParse(evidenceRequest(whole)).success).toBe(true)
  })
})
