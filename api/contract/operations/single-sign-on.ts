import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { lengths, line } from '../text.ts'
import { z } from '../z.ts'

export const startSingleSignOn = operation({
  id: 'startSingleSignOn',
  method: 'get',
  path: paths.singleSignOnStart,
  summary: 'Begin single sign-on: leads to the provider, and afterwards to the page `next` of this registry',
  query: z.strictObject({ next: line(lengths.address).optional() }),
  answers: { 303: null },
  problems: [404, 503],
})

/** Takes whatever parameters a provider sends. */
export const finishSingleSignOn = operation({
  id: 'finishSingleSignOn',
  method: 'get',
  path: paths.singleSignOnCallback,
  summary:
    'Where the provider of single sign-on leads back to: signs in and leads to a page, or to the sign-in page with a `problem`',
  query: z.looseObject({}),
  answers: { 303: null },
  problems: [404],
})
