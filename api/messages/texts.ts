import type { MessageKind } from '../contract/messages.ts'

/** All that a message says; what it leaves out nobody can learn from it: no answer, no score, nobody else's name. */
export interface MessageFacts {
  name: string
  organisation: string
  scan: { name: string; startYear: number; endYear: number }
  /** Names. */
  specialisms: readonly string[]
  /** What the round asks of this person. Null where none is meant. */
  round: { number: number; items: number; answered: number; minutes: number; closesOn: string | null } | null
  /** The address at which the registry is found, without a path. */
  origin: string
  /** The secret of a link to a first password, for an account without one. */
  token: string | null
  /** What everybody signs in with where the registry keeps no passwords; null where it does. */
  onlyWayIn: string | null
}

export interface MessageText {
  subject: string
  text: string
}

/** A message in plain words: who asks for what, by when, how long it takes, and where. Plain text, whatever a name holds. */
export function messageText(kind: MessageKind, facts: MessageFacts): MessageText {
  return letter(facts, texts[kind](facts))
}

/** A greeting, what is said, and who says it. */
export function letter(
  facts: Pick<MessageFacts, 'name' | 'organisation'>,
  { subject, paragraphs }: Written,
): MessageText {
  const greeting = `Dear ${oneLine(facts.name)},`
  const signed = `The scan team, ${oneLine(facts.organisation)}`
  return { subject: oneLine(subject), text: `${[greeting, ...paragraphs, signed].join('\n\n')}\n` }
}

export type Written = { subject: string; paragraphs: string[] }

const texts: Record<MessageKind, (facts: MessageFacts) => Written> = {
  invitation: (facts) => ({
    subject: `Invitation to the panel of ${facts.scan.name}`,
    paragraphs: [
      `${facts.organisation} asks which technologies will change healthcare science services from ${facts.scan.startYear} to ${facts.scan.endYear}, how much and when. We would like you to answer for ${listed(facts.specialisms)} on the panel of ${facts.scan.name}.`,
      'You answer one technology at a time, with two taps each, whenever it suits you, on a phone or a computer. You can stop at any time and nothing is lost. Nobody but you sees your name beside an answer.',
      ...(facts.round ? [asked(facts.round)] : []),
      ...(facts.token
        ? [
            `To begin, choose a password here (the link works once, for 14 days, and is for you alone):\n${facts.origin}/welcome#${facts.token}`,
          ]
        : [`To begin, sign in ${facts.onlyWayIn ? `with ${facts.onlyWayIn} ` : ''}here:\n${facts.origin}/my-answers`]),
      'If you cannot take part, please tell us who could answer in your place.',
    ],
  }),
  'round-opened': (facts) => ({
    subject: `${roundName(facts)} of ${facts.scan.name} is open`,
    paragraphs: [
      `${roundName(facts)} of ${facts.scan.name} is open. You answer for ${listed(facts.specialisms)}.`,
      ...(facts.round ? [asked(facts.round)] : []),
      `Your questions are here:\n${facts.origin}/my-answers`,
      'You can stop at any time and nothing is lost. Until the round closes you can change what you have answered.',
    ],
  }),
  reminder: (facts) => ({
    subject: reminderSubject(facts),
    paragraphs: [
      ...(facts.round ? [reminded(facts.round, facts.scan.name)] : []),
      `Your questions are here:\n${facts.origin}/my-answers`,
      'If you cannot judge a technology, say so: that is an answer we can use. If you have no time before the round closes, please tell us.',
    ],
  }),
  result: (facts) => ({
    subject: `The result of ${facts.scan.name} is out`,
    paragraphs: [
      `${facts.round ? `${roundName(facts)} of ${facts.scan.name} is closed, and its` : `The`} result is out: which technologies the panel expects to change services most, when, and how sure it is. Thank you for your answers.`,
      `You can see it here:\n${facts.origin}/ranking`,
      'Your own answers stay yours: nobody sees your name beside them.',
    ],
  }),
}

type Asked = NonNullable<MessageFacts['round']>

function asked({ items, minutes, closesOn }: Asked): string {
  const until = closesOn ? ` The round closes on ${dayInWords(closesOn)}.` : ''
  if (items === 0) return `The round is being prepared; we shall write when it opens.${until}`
  return `There ${items === 1 ? 'is 1 technology' : `are ${items} technologies`} to answer, which takes about ${count(minutes, 'minute')}.${until}`
}

function reminded({ number, items, answered, minutes, closesOn }: Asked, scan: string): string {
  const left = items - answered
  const perItem = items === 0 ? 0 : minutes / items
  const closing = closesOn ? ` It closes on ${dayInWords(closesOn)}.` : ''
  const progress =
    answered === 0
      ? `You have not started yet: ${count(items, 'technology', 'technologies')}, about ${count(minutes, 'minute')}.`
      : `You have answered ${answered} of ${items}: what is left takes about ${count(Math.ceil(left * perItem), 'minute')}.`
  return `${nameOf(number)} of ${scan} is open.${closing} ${progress}`
}

function reminderSubject({ round, scan }: MessageFacts): string {
  const until = round?.closesOn ? ` by ${dayInWords(round.closesOn)}` : ''
  return `Your answers for ${scan.name}${until}`
}

const nameOf = (number: number) => (number === 0 ? 'The pilot round' : `Round ${number}`)
const roundName = ({ round }: MessageFacts) => (round ? nameOf(round.number) : 'A round')

const months = 'January February March April May June July August September October November December'.split(' ')

/** "12 March 2026", from 2026-03-12. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[month! - 1]} ${year}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'your service') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** No line break may come from a name: it would begin another header, or another sentence of ours. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
