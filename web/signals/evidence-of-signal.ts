import type { Signal } from '../../api/contract/signals.ts'
import { lengths } from '../../api/contract/text.ts'
import { identifiersIn, plainIdentifiers } from '../../api/signals/identifiers.ts'
import { datePartsOf } from '../shared/forms/index.ts'
import type { EvidenceFields } from '../technologies/evidence-fields.ts'
import { webLink } from './words.ts'

/** The evidence that a signal could be, as far as that can be read off it; the rest is left to whoever links it. `today` is a day. */
export function evidenceOfSignal(signal: Signal, today: string): EvidenceFields {
  const { title, organisation, status, source, dated, webAddress, receivedAt, origin } = signal
  const identifiers = plainIdentifiers([...signal.identifiers, ...identifiersIn(webAddress ?? '')])
  const isSaid = origin === 'nomination' || origin === 'out-of-date'
  return {
    kind: kindFrom(identifiers),
    text: (isSaid && signal.text
      ? signal.text
      : [title, status && `Status: ${status}.`].filter(Boolean).join('. ')
    ).slice(0, lengths.text),
    dateRole: dated === null ? 'no-date' : dated > today ? 'planned' : 'happened',
    date: datePartsOf(dated),
    retrievedOn: datePartsOf(dated === null ? receivedAt.slice(0, 10) : null),
    sourceTitle: title.slice(0, lengths.line),
    sourcePublisher: (organisation || source?.name || '').slice(0, lengths.line),
    sourceYear: dated === null ? '' : dated.slice(0, 4),
    sourceUrl: webLink(webAddress) ?? '',
    sourceType: typeFrom(identifiers),
    seenVia: (source?.name ?? (isSaid ? 'A nomination' : '')).slice(0, lengths.line),
  }
}

const isTrial = (identifier: string) => /^(NCT|ISRCTN|\d{4}-\d{6}-)/.test(identifier)
const isClearance = (identifier: string) => /^[KP]\d{6}$/.test(identifier)
const isPaper = (identifier: string) => /^(10\.|PM)/.test(identifier)

function kindFrom(identifiers: readonly string[]): string {
  if (identifiers.some(isClearance)) return 'regulatory'
  return identifiers.some(isTrial) || identifiers.some(isPaper) ? 'trial' : ''
}

function typeFrom(identifiers: readonly string[]): string {
  if (identifiers.some(isClearance)) return 'official'
  return identifiers.some(isTrial) || identifiers.some(isPaper) ? 'research' : ''
}
