import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { ConnectorList, Source } from '../../api/contract/sources.ts'
import { useAccount } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { Clashes, dateFrom, Form, SubmitButton, startOf, useVersion } from '../shared/forms/index.ts'
import { dateLabel } from '../shared/words.ts'
import { SourceFieldset } from './SourceFieldset.tsx'
import { changeRequest, fieldsOf, labels, type SourceFields } from './source-fields.ts'
import { TryIt } from './TryIt.tsx'
import { scheduleNames } from './words.ts'

interface Props {
  read: Tagged<Source>
  about: ConnectorList
  onSaved: (said: string) => void
  onLeave: () => void
}

/** Changes a source that is kept; two who do so at once see what the other has entered. */
export function ChangeSource({ read, about, onSaved, onLeave }: Props) {
  const { id, version } = read.value
  const key = `source ${id} ${useAccount().account.id}`
  const present = { tag: read.tag ?? `"${version}"`, fields: fieldsOf(read.value) }
  const form = useForm<SourceFields>({ defaultValues: startOf(key, present), shouldFocusError: false })
  const { tag, decision, conflict, take, letGo } = useVersion(key, form, present)
  const saved = (source: Source) => {
    letGo()
    onSaved(source.state === 'waiting' ? 'Saved. It will be read anew.' : 'Saved.')
  }
  const leave = () => {
    letGo()
    onLeave()
  }
  return (
    <>
      {decision && <Clashes what="this source" {...decision} labels={labels} inWords={inWords} onTake={take} />}
      <Form
        form={form}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.source, { source: id }),
          body: changeRequest(fields),
          tag,
        })}
        onSaved={saved}
        onConflict={(current) => {
          const there = current as Source
          conflict({ tag: `"${there.version}"`, fields: fieldsOf(there) })
        }}
      >
        <SourceFieldset about={about} isNew={false} />
        <p className="nhsuk-hint">
          With another question, or an earlier day, it is read anew from that day; signals that came before stay.
        </p>
        <TryIt />
        <div className="offing-row offing-form-end">
          <SubmitButton>Save the changes</SubmitButton>
          <button type="button" className="offing-link-button" onClick={leave}>
            Leave it as it was
          </button>
        </div>
      </Form>
    </>
  )
}

function inWords({ field }: { field: string }, value: SourceFields[keyof SourceFields]): string {
  if (typeof value === 'object') return dateLabel(dateFrom(value) ?? '')
  return field === 'schedule' ? (scheduleNames as Record<string, string>)[value]! : value
}
