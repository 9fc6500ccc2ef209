import type { OpenNominationRequest } from '../../api/contract/signals.ts'
import type { Words } from '../technologies/resolver.ts'

/** A nomination as it is typed. */
export const noNomination = {
  title: '',
  what: '',
  why: '',
  specialism: '',
  service: '',
  source: '',
  webAddress: '',
  interest: '',
  name: '',
  address: '',
  leaveEmpty: '',
}

export type NominationFields = typeof noNomination

export function nominationRequest({ specialism, webAddress, leaveEmpty, ...same }: NominationFields) {
  return {
    ...same,
    specialism: specialism || null,
    webAddress: webAddress.trim() || null,
    leaveEmpty: leaveEmpty as '',
  } satisfies OpenNominationRequest
}

/** What each field asks for, in the order of the page. */
export const nominationWords: Words = {
  title: 'Enter what it is called',
  what: 'Say what it is',
  why: 'Say what it would change, and why it matters',
  specialism: 'Choose a service',
  service: 'Say which service',
  source: 'Say where you saw it',
  webAddress: 'Enter the web address',
  interest: 'Say what your interest is',
  name: 'Enter your name',
  address: 'Say how to reach you',
  leaveEmpty: 'Leave the last field empty',
}
