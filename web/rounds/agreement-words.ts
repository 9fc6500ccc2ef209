import type { RoundReport } from '../../api/contract/panel-view.ts'
import { count } from '../shared/words.ts'

/** What a round came to beside its counts of agreement, a sentence each; what may not be shown is said to be hidden. */
export function agreementSentences(report: RoundReport): string[] {
  return [
    alphaSentence(report.alpha),
    ...(report.moved ? [movedSentence(report.moved)] : []),
    ...(report.outside ? [outsideSentence(report.outside)] : []),
    interestsSentence(report.interests),
  ]
}

function alphaSentence({ impact, arrival }: RoundReport['alpha']): string {
  if (impact === null && arrival === null)
    return 'Krippendorff’s alpha, one figure for the whole round, is not shown: too few answers to compare.'
  return `Krippendorff’s alpha (1 if all members of a panel gave the same answer, 0 if as unlike as by chance): how much ${plain(impact)}, when ${plain(arrival)}.`
}

const plain = (alpha: number | null) => (alpha === null ? 'not shown' : String(alpha))

type Moved = NonNullable<RoundReport['moved']>

function movedSentence({ people, any, stance, impact, band }: Moved): string {
  if (people === 0) return 'Nobody has answered an item both in this round and before.'
  if (!any) return 'How many answers moved since the round before is not shown: too few people answered again.'
  const parts = [
    ...(stance ? [`${stance.moved} changed whether it affects them`] : []),
    ...(impact ? [`${impact.moved} how much`] : []),
    ...(band ? [`${band.moved} when`] : []),
  ]
  const how = parts.length > 0 ? `: ${parts.join(', ')}` : ''
  return `${any.moved} of ${count(any.of, 'answer')} given again moved (${percent(any)})${how}.`
}

const percent = ({ moved, of }: { moved: number; of: number }) => `${Math.round((100 * moved) / of)}%`

function outsideSentence({ answers, ofAnswers, withReason }: NonNullable<RoundReport['outside']>): string {
  const without = answers - withReason
  return `${answers} of ${count(ofAnswers, 'answer')} lay outside the panel’s middle half; ${withReason} with a reason, ${without} without.`
}

function interestsSentence({ none, some, notDeclared }: RoundReport['interests']): string {
  return `Interests when it closed: ${count(none, 'panel member')} had none, ${some} had some, ${notDeclared} had not said.`
}
