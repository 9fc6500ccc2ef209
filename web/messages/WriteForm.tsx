import { useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import type { MessageKind, MessageList, RecipientGroup, WriteMessagesResponse } from '../../api/contract/messages.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { Form, Radios, SubmitButton } from '../shared/forms/index.ts'
import { count } from '../shared/words.ts'
import { Sample } from './Sample.tsx'
import { groupNames, groupsFor, kindNames, kindsFor, usualGroups, usualKind } from './words.ts'

interface Props {
  scan: Scan
  list: MessageList
  onDone: (said: string) => void
}

interface Values {
  kind: MessageKind
  to: RecipientGroup
}

/** What to say, and to whom. The text is the registry's: it says who asks, by when, and how many minutes it takes. */
export function WriteForm({ scan, list, onDone }: Props) {
  const kinds = kindsFor(list)
  const changed = useScanChanged()
  const { get } = useAddress()
  const named = kinds.find((value) => value === get('kind'))
  const first = named ?? usualKind(list, (scan.rounds.at(-1)?.started ?? 0) > 0)
  const group = named && groupsFor(named).find((value) => value === get('to'))
  const form = useForm<Values>({ defaultValues: { kind: first, to: group ?? usualGroups[first] } })
  const { kind, to } = form.watch()
  const { setValue } = form
  const before = useRef(kind)
  useEffect(() => {
    if (kind === before.current) return
    before.current = kind
    setValue('to', usualGroups[kind])
  }, [kind, setValue])
  const asked = kind === 'round-opened' || kind === 'reminder' ? (scan.rounds.at(-1)?.invited ?? 0) : Infinity
  const reached = (value: RecipientGroup) => Math.min(list.recipients[value], asked)
  const saved = async (written: WriteMessagesResponse) => {
    await changed()
    onDone(inWords(written))
  }
  return (
    <section aria-labelledby="write">
      <h2 className="nhsuk-heading-m" id="write">
        Write to the panel
      </h2>
      <Form
        form={form}
        request={(body) => ({ method: 'POST', url: link(paths.messages, { scan: scan.slug }), body })}
        onSaved={(written: WriteMessagesResponse) => void saved(written)}
      >
        <Radios
          name="kind"
          label="Message"
          small
          choices={kinds.map((value) => ({ value, label: kindNames[value] }))}
        />
        <Radios
          name="to"
          label="To"
          small
          choices={groupsFor(kind).map((value) => ({ value, label: `${groupNames[value]} (${reached(value)})` }))}
        />
        <Sample scan={scan} kind={kind} />
        {reached(to) === 0 ? (
          <p>There is nobody in this group to write to.</p>
        ) : (
          <SubmitButton sending="Writing …">
            {list.delivery === 'smtp' ? 'Send' : 'Write'} {count(reached(to), 'message')}
          </SubmitButton>
        )}
      </Form>
    </section>
  )
}

function inWords({ created, waiting, delivery }: WriteMessagesResponse): string {
  const what = delivery === 'smtp' ? 'on the way' : 'ready to be copied'
  const before = waiting > 0 ? ` ${count(waiting, 'person has', 'people have')} the same message waiting already.` : ''
  return `${count(created, 'message')} ${created === 1 ? 'is' : 'are'} ${what}.${before}`
}
