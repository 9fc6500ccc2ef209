import type { MethodVersion } from '../../../api/contract/method.ts'
import { criteria, type Method } from '../../../api/scans/method.ts'
import { raterScaleNames } from '../../shared/marker-words.ts'
import { bandLabel, criterionNames, listed } from '../../shared/words.ts'
import { percentOf } from '../method/percent.ts'
import { consensusNames } from '../method/rule-words.ts'

type Version = Pick<MethodVersion, 'method' | 'bands'>

/** What each parameter says, in words that two versions can be compared by. */
const said: Record<keyof Method, (version: Version) => string> = {
  weights: ({ method }) =>
    `Weights: ${criteria.map((one) => `${criterionNames[one].toLowerCase()} ${percentOf(method.weights[one])}%`).join(', ')}`,
  reachFull: ({ method }) => `Fully widespread at ${+(100 * method.reachFull).toFixed(4)}% of specialisms`,
  bandEnds: ({ bands }) => `Spans: ${listed(bands.map(bandLabel))}`,
  afterYears: ({ method }) => `“After” spread over ${method.afterYears} years`,
  minimumPanel: ({ method }) => `Panel members needed to be ranked: ${method.minimumPanel}`,
  minimumShown: ({ method }) => `Panel members needed to show a figure: ${method.minimumShown}`,
  raterScale: ({ method }) => `Answers: ${raterScaleNames[method.raterScale].toLowerCase()}`,
  consensusRule: ({ method }) => `Agreement: ${consensusNames[method.consensusRule]}`,
  consensusThreshold: ({ method }) => `Share that counts as agreement: ${method.consensusThreshold}%`,
  leaveOutInterested: ({ method }) =>
    method.leaveOutInterested
      ? 'Answers with a declared interest are left out'
      : 'Answers with a declared interest count',
}

/** What is new in a version against the one before, a sentence for each parameter that changed. */
export function differences(before: Version, after: Version): string[] {
  return Object.values(said).flatMap((say) => (say(before) === say(after) ? [] : [`${say(after)}.`]))
}
