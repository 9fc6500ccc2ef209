import { letter, type MessageText } from '../../messages/texts.ts'
import { type LinkPurpose, minutesGood } from './purpose.ts'

/** Whom a letter about an account goes to, and from whom it comes. */
export interface LetterFacts {
  name: string
  organisation: string
  /** The address at which the registry is found, without a path. */
  origin: string
}

/** By which page somebody signs in with the secret; `next` is the page that they wanted to see. */
export function signInLetter(facts: LetterFacts, token: string, next: string | undefined): MessageText {
  const wanted = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
  return letter(facts, {
    subject: 'Your link to sign in to Offing',
    paragraphs: [
      `You asked for a link to sign in to the technology horizon scan of ${facts.organisation}. Open it, then press “Continue”:\n${facts.origin}/sign-in/link${wanted}#${token}`,
      ...isYours('sign-in'),
      'Was it not you? Then you need do nothing: without this link nobody gets in.',
    ],
  })
}

export function resetLetter(facts: LetterFacts, token: string): MessageText {
  return letter(facts, {
    subject: 'Choose a new password for Offing',
    paragraphs: [
      `You asked for a new password for the technology horizon scan of ${facts.organisation}. Choose it here:\n${facts.origin}/sign-in/new-password#${token}`,
      ...isYours('password-reset'),
      'Was it not you? Then you need do nothing: your password stays as it is.',
    ],
  })
}

/** Of a link that an administrator made; `address` is where it leads, secret and all. */
export function madeLinkLetter(
  facts: LetterFacts,
  purpose: 'invitation' | 'password-reset',
  address: string,
): MessageText {
  const scan = `the technology horizon scan of ${facts.organisation}`
  if (purpose === 'invitation')
    return letter(facts, {
      subject: 'Your account with Offing',
      paragraphs: [`You have an account with ${scan}. Choose your password here:\n${address}`, ...isYours(purpose)],
    })
  return letter(facts, {
    subject: 'Choose a new password for Offing',
    paragraphs: [`Choose a new password for ${scan} here:\n${address}`, ...isYours(purpose)],
  })
}

export function passwordChangedLetter(facts: LetterFacts): MessageText {
  return letter(facts, {
    subject: 'Your password for Offing was changed',
    paragraphs: [
      `Your password for the technology horizon scan of ${facts.organisation} has just been changed. Wherever else you were signed in, you are signed out.`,
      `Was it not you? Then choose a new password at once, and tell your scan team:\n${facts.origin}/sign-in/forgotten-password`,
    ],
  })
}

function isYours(purpose: LinkPurpose): string[] {
  const minutes = minutesGood[purpose]
  const time = minutes > 24 * 60 ? `${minutes / (24 * 60)} days` : `${minutes} minutes`
  return [`The link works once, for ${time}, and is for you alone: please do not pass it on.`]
}
