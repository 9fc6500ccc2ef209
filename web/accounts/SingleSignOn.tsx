import { useEffect, useRef } from 'react'
import { pageAfterSignIn } from '../../api/contract/page-after-sign-in.ts'
import { link, pages, paths } from '../../api/contract/paths.ts'
import { type SignOnProblem, signOnProblems } from '../../api/contract/single-sign-on.ts'
import { withQuery } from '../shared/address.ts'

interface Props {
  name: string
  next: string | null
}

/** Leads to the provider of single sign-on, and afterwards to the page that was asked for. */
export function SingleSignOn({ name, next }: Props) {
  const page = pageAfterSignIn(next)
  const start = withQuery(link(paths.singleSignOnStart, {}), { next: page === pages.radar ? null : page })
  return (
    <p>
      <a className="nhsuk-button" href={start}>
        Sign in with {name}
      </a>
    </p>
  )
}

/** Why single sign-on led back without signing in: what happened, and what to do now. */
export function WhyNotSignedIn({ problem, name }: { problem: string | null; name: string }) {
  const box = useRef<HTMLDivElement>(null)
  const known = signOnProblems.find((one) => one === problem)
  useEffect(() => box.current?.focus(), [])
  if (!known) return null
  const { title, what } = words[known]
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading nhsuk-error-summary__title">{title}</h2>
        <div className="nhsuk-error-summary__body">
          <p>{what(name)}</p>
        </div>
      </div>
    </div>
  )
}

interface Words {
  title: string
  what: (name: string) => string
}

const notSignedIn = 'You are not signed in'

const words: Record<SignOnProblem, Words> = {
  stopped: {
    title: notSignedIn,
    what: (name) =>
      `The sign-in was stopped before it was finished. Press the button to try again. If ${name} does not let you through, ask whoever runs this registry.`,
  },
  expired: {
    title: notSignedIn,
    what: () =>
      'More than ten minutes went by, the sign-in was begun in another window, or this page was opened a second time. Press the button again.',
  },
  failed: {
    title: notSignedIn,
    what: (name) =>
      `The sign-in with ${name} could not be finished. Press the button again. If it happens again, tell whoever runs this registry, with the time.`,
  },
  unavailable: {
    title: 'The sign-in service does not answer',
    what: (name) =>
      `Signing in with ${name} does not work just now. Try again in a few minutes. If it stays like this, tell whoever runs this registry.`,
  },
  'no-address': {
    title: notSignedIn,
    what: (name) =>
      `You have signed in with ${name}, but it does not tell this registry your email address, without which you cannot have an account here. Tell whoever runs this registry.`,
  },
  'address-not-checked': {
    title: notSignedIn,
    what: (name) =>
      `You have signed in with ${name}, but it does not say that your email address has been checked. Confirm the address there if it asks you to, or tell whoever runs this registry.`,
  },
  'address-taken': {
    title: notSignedIn,
    what: (name) =>
      `Your email address belongs to an account here that was opened by somebody else who signed in with ${name}. Ask an administrator of this registry to put it right.`,
  },
  'switched-off': {
    title: 'Your account is switched off',
    what: () => 'Ask an administrator of this registry if you think that it should be open.',
  },
  'no-role': {
    title: 'You have no role here yet',
    what: (name) =>
      `You have signed in with ${name}, and this registry knows you now, but nobody has said what you may do here. Ask the scan team or an administrator of this registry for a role, then sign in again.`,
  },
}
