import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { MessageKind, MessageList, RecipientGroup, WriteMessagesResponse } from '../../api/contract/messages.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { Form, Radios, SubmitButton } from '../shared/forms/index.ts'
import { count } from '../shared/words.ts'
import { groupNames, kindNames, kindsFor, usualGroups } from './words.ts'

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
  const form = useForm<Values>({ defaultValues: { kind: kinds[0]!, to: usualGroups[kinds[0]!] } })
  const { kind, to } = form.watch()
  const { setValue } = form
  useEffect(() => setValue('to', usualGroups[kind]), [kind, setValue])
  const saved = async (written: WriteMessagesResponse) => {
    await changed()
    onDone(inWords(written))
  }
  const groups = Object.keys(groupNames) as RecipientGroup[]
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
          choices={groups.map((value) => ({ value, label: `${groupNames[value]} (${list.recipients[value]})` }))}
        />
        <SubmitButton sending="Writing …">
          {list.delivery === 'smtp' ? 'Send' : 'Write'} {count(list.recipients[to] ?? 0, 'message')}
        </SubmitButton>
      </Form>
    </section>
  )
}

function inWords({ created, waiting, delivery }: WriteMessagesResponse): string {
  const what = delivery === 'smtp' ? 'on the way' : 'ready to be copied'
  const before = waiting > 0 ? ` ${count(waiting, 'person has', 'people have')} the same message waiting already.` : ''
  return `${count(created, 'message')} ${created === 1 ? 'is' : 'are'} ${what}.${before}`
}
