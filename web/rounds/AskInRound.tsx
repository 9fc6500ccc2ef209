import '../scans/scans.scss'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { AskResponse, Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { specialismsOf } from '../scans/choices.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { Form, SpecialismField, SubmitButton } from '../shared/forms/index.ts'
import { usePanel } from '../shared/queries.ts'
import { Done } from '../shared/states/Done.tsx'
import { count, listed } from '../shared/words.ts'
import { whoIsAsked, whoIsAskedSentence } from './who-is-asked.ts'

interface Props {
  technology: Technology
  round: Round
  scan: Scan
}

/** Asks the panel about a technology: those specialisms of the scan that it may affect, or others that are ticked. */
export function AskInRound({ technology, round, scan }: Props) {
  const affected = technology.specialisms.map(({ slug }) => slug)
  const proposed = scan.specialisms.filter(({ slug }) => affected.includes(slug)).map(({ slug }) => slug)
  const form = useForm({ defaultValues: { specialisms: proposed }, shouldFocusError: false })
  const [asked, setAsked] = useState<AskResponse | null>(null)
  const changed = useScanChanged()
  const panel = usePanel(scan.slug).data?.items
  const who = whoIsAsked(scan, panel, form.watch('specialisms'))
  if (asked) return <Asked asked={asked} people={who.people} technology={technology} scan={scan} />
  const when = round.state === 'open' ? `now, in round ${round.number}` : `when round ${round.number} opens`
  return (
    <Form
      form={form}
      request={({ specialisms }) => ({
        method: 'POST',
        url: link(paths.roundTechnologies, { round: round.id }),
        body: { technologies: [technology.slug], specialisms },
      })}
      onSaved={(answer: AskResponse) => {
        setAsked(answer)
        void changed()
      }}
      pointers={{ '/technologies/0': 'specialisms' }}
    >
      <p role="status">{whoIsAskedSentence(who, when)}</p>
      {proposed.length === 0 && <p>It may affect none of this scan’s specialisms so far: choose those to be asked.</p>}
      <details className="nhsuk-details" open={proposed.length === 0 || undefined}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Choose the specialisms to be asked</span>
        </summary>
        <div className="nhsuk-details__text">
          <SpecialismField
            name="specialisms"
            label="Specialisms to be asked"
            hint="Those that it may affect are ticked."
            specialisms={specialismsOf(scan)}
            rules={{ validate: (value: string[]) => value.length > 0 || 'Choose at least one specialism' }}
          />
        </div>
      </details>
      <SubmitButton sending="Asking …">Ask the panel about it</SubmitButton>
    </Form>
  )
}

function Asked({ asked, people, technology, scan }: Omit<Props, 'round'> & { asked: AskResponse; people: number }) {
  const { round, added, withoutPanel } = asked
  const when = round.state === 'open' ? 'can answer from now on' : `will be asked when round ${round.number} opens`
  return (
    <Done>
      <p>
        {added === 0 ? (
          <>
            Round {round.number} asks about <strong>{technology.name}</strong> already, for the specialisms you chose.
          </>
        ) : (
          <>
            Round {round.number} now asks about <strong>{technology.name}</strong>, for {count(added, 'specialism')}.{' '}
            {count(people, 'panel member')} {when}.
          </>
        )}
        {withoutPanel.length > 0 && ` Nobody is on the panel for ${listed(withoutPanel)}: add panel members.`}
      </p>
      <p>
        <Link to={pageLink(pages.scan, { scan: scan.slug })}>Go to {scan.name}</Link>
      </p>
    </Done>
  )
}
