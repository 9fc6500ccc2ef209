import type { ReactNode } from 'react'
import type { About } from '../../api/contract/session.ts'
import { useAbout } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { Contact } from './Contact.tsx'

/** What is held of people, why, for how long, and what they can ask for: for anyone. docs/data-protection/privacy-notice.md says the same. */
export default function PrivacyPage() {
  useTitle('Privacy')
  return (
    <div className="nhsuk-u-reading-width">
      <h1 className="nhsuk-heading-l">Privacy</h1>
      <Loaded query={useAbout()} what="this page">
        {(about) => <Notice about={about} />}
      </Loaded>
    </div>
  )
}

function Notice({ about }: { about: About }) {
  const { organisation, auditAddressDays, nominatorMonths } = about
  return (
    <>
      <p>
        {organisation} runs this registry to find out which technologies will change healthcare science services. It is
        the controller of the personal data in it. The registry holds no data about patients.
      </p>
      <Part title="What is held of you">
        <p>If you have an account:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>your name, work email address and roles, and the specialisms that you answer for</li>
          <li>
            a password that nobody can read, or who you are to your organisation’s sign-in; a second factor if you use
            one
          </li>
          <li>where you are signed in: when, from which network address, with what program</li>
          <li>what you answered, wrote and decided, with the day; interests that you declared</li>
          <li>
            a trail of what you did, without what you answered; which messages were sent to you, without their words
          </li>
        </ul>
        {about.openNominations && (
          <p>
            If you nominate a technology without an account: your name, email address, service and interests, where you
            give them. You need not give any.
          </p>
        )}
      </Part>
      <Part title="Why">
        <p>
          To run the scan: to know who may do what, to ask the right people, to work out a ranking from their answers,
          and to be able to show afterwards how it came about. The organisation says which lawful basis of UK GDPR
          article 6 it relies on; for an NHS body that is usually a task carried out in the public interest (article
          6(1)(e)).
        </p>
      </Part>
      <Part title="Who sees it">
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>Nobody but you sees your name beside a score, save whoever types in an answer that you gave on paper.</li>
          <li>The scan team and administrators see names, addresses and who has answered, never what.</li>
          <li>Your name is published among the panel only if you agree. A review that you sign carries your name.</li>
          <li>
            Whoever runs the database could link answers to people. The record may be asked for under the Freedom of
            Information Act 2000.
          </li>
          <li>Nothing is sold, and no page loads anything from elsewhere: no analytics, no advertising.</li>
        </ul>
      </Part>
      <Part title="Cookies">
        <p>
          One cookie, which keeps you signed in until you sign out or it ends. It is strictly necessary, so that no
          consent is asked. What you have typed and not sent yet is kept in your browser alone.
        </p>
      </Part>
      <Part title="For how long">
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>a session until it ends, and a link until it is used or has run out</li>
          <li>the network address beside an entry of the audit trail: {auditAddressDays} days</li>
          <li>who nominated without an account: {nominatorMonths} months, or until they ask</li>
          <li>your name and address: until an administrator removes you, when you leave or ask</li>
          <li>
            answers, reviews, published editions and the audit trail: for good, without your name once you were removed
          </li>
          <li>backups: until they are thrown away in their turn</li>
        </ul>
      </Part>
      <Part title="What you can ask for">
        <p>
          You can take out all that is held of you under “Your account”, and have mistakes put right. You can ask the
          organisation for a copy, to be removed, to restrict or to object to what is done with your data. What must be
          kept as the record stays without your name. No decision about you is made by a machine.
        </p>
        <Contact what="Write to" />
        <p>
          If you are not content, you can complain to the Information Commissioner’s Office:{' '}
          <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk/make-a-complaint</a>.
        </p>
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {children}
    </section>
  )
}
