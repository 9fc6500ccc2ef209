import type { TriageAct } from '../api/contract/signals.ts'

/** What the demonstration's scan team made of records (as their source calls them); made up, though the records are real. */
export const decisions: readonly { record: string; act: TriageAct }[] = [
  { record: 'NCT06604689', act: link('predictive-analytics-using-ai') },
  { record: 'NCT03275402', act: link('radioligand-therapy-and-theranostics') },
  { record: 'MED/29887214', act: link('automated-variant-prioritisation-pipelines') },
  { record: 'MED/39272813', act: link('whole-genome-sequencing-in-routine-care') },
  { record: 'NCT06970236', act: dismiss('not-for-healthcare-science', 'Exercise, not a technology of ours.') },
  { record: 'NCT03836300', act: dismiss('not-for-healthcare-science', 'A parenting programme.') },
  {
    record: 'NCT07014020',
    act: dismiss('too-early', 'First trial in people, of one rare condition. Look again in two years.'),
  },
  { record: 'MED/11805335', act: dismiss('not-new', 'Of 2002.') },
  { record: 'MED/19493351', act: dismiss('not-new', 'A case report of 2009.') },
  { record: 'MED/19142183', act: dismiss('duplicate', 'The same family as in the case report of the same year.') },
  { record: 'K872032', act: dismiss('not-new', 'Cleared in 1987.') },
  {
    record: 'http://biorxiv.org/cgi/content/short/2023.12.16.571984v1?rss=1',
    act: dismiss('other', 'About a plant disease.'),
  },
]

function link(technology: string): TriageAct {
  return { kind: 'link', technology, evidence: null }
}

function dismiss(reason: Extract<TriageAct, { kind: 'dismiss' }>['reason'], note: string): TriageAct {
  return { kind: 'dismiss', reason, note: `Made up for the demonstration. ${note}` }
}
