import { useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { SavedTechnologies } from '../../api/contract/next-round.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { Form, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useJson, useScans } from '../shared/queries.ts'
import { useFocusOnChange } from '../shared/use-focus-on-change.ts'
import { useWrite } from '../shared/use-write.ts'

interface Props {
  technology: { slug: string; name: string }
}

/** For a lead on the panel of the newest scan, between rounds: has the panel look at a technology again. */
export function SaveFromCut({ technology }: Props) {
  const may = useMay('technologies.save')
  const scan = useScans().data?.items[0]?.slug
  return may && scan ? <OfScan scan={scan} technology={technology} /> : null
}

const keyOf = (scan: string) => ['saved-technologies', scan]

function OfScan({ scan, technology }: Props & { scan: string }) {
  const saved = useJson<SavedTechnologies>(keyOf(scan), link(paths.savedTechnologies, { scan })).data
  return saved?.open ? <Section scan={scan} technology={technology} saved={saved} /> : null
}

function Section({ scan, technology, saved }: Props & { scan: string; saved: SavedTechnologies }) {
  const item = saved.items.find((one) => one.technology.slug === technology.slug)
  // Form and button each go once they were used.
  const heading = useFocusOnChange<HTMLHeadingElement>(item?.own ?? false)
  return (
    <section className="offing-no-print" aria-labelledby="save-from-cut">
      <h2 className="nhsuk-heading-s offing-step-title" id="save-from-cut" tabIndex={-1} ref={heading}>
        Save it from the cut
      </h2>
      {!item && <Save scan={scan} technology={technology} />}
      {item && !item.own && <p>A panel member has saved it: the scan team may ask about it again in the next round.</p>}
      {item?.own && <Own scan={scan} technology={technology} reason={item.reason ?? ''} />}
    </section>
  )
}

function Save({ scan, technology }: Props & { scan: string }) {
  const form = useForm({ defaultValues: { reason: '' }, shouldFocusError: false })
  const client = useQueryClient()
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Ask for it to be looked at again in the next round</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          The next round asks again about the top of the ranking and what is most disputed. A panel member may name
          others.
        </p>
        <Form
          form={form}
          request={({ reason }) => ({
            method: 'POST',
            url: link(paths.savedTechnologies, { scan }),
            body: { technology: technology.slug, reason },
          })}
          onSaved={(now: SavedTechnologies) => client.setQueryData(keyOf(scan), now)}
        >
          <TextField
            name="reason"
            label="Why"
            hint="The scan team sees your name and your reason."
            rules={{ required: 'Say why the panel should look at it again' }}
          />
          <SubmitButton>Save it from the cut</SubmitButton>
        </Form>
      </div>
    </details>
  )
}

function Own({ scan, technology, reason }: Props & { scan: string; reason: string }) {
  const { write, sending } = useWrite<SavedTechnologies>()
  const client = useQueryClient()
  const takeBack = async () => {
    if (sending) return
    const url = link(paths.savedTechnology, { scan, technology: technology.slug })
    const outcome = await write({ method: 'DELETE', url })
    if (outcome.kind === 'saved') client.setQueryData(keyOf(scan), outcome.value)
    else await client.invalidateQueries({ queryKey: keyOf(scan) })
  }
  return (
    <p role="status">
      You have saved it: “{reason}”.{' '}
      <button type="button" className="offing-link-button" onClick={() => void takeBack()}>
        Take this back
      </button>
    </p>
  )
}
