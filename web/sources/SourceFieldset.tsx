import { useFormContext, useWatch } from 'react-hook-form'
import type { ConnectorAbout, ConnectorList } from '../../api/contract/sources.ts'
import type { Schedule } from '../../api/sources/schedule.ts'
import { dateFrom } from '../shared/forms/DateField.tsx'
import { DateField, isDay, Radios, TextArea, TextField } from '../shared/forms/index.ts'
import { listed } from '../shared/words.ts'
import type { SourceFields } from './source-fields.ts'
import { scheduleNames } from './words.ts'

const schedulesShown: readonly Schedule[] = ['daily', 'weekly', 'monthly', 'off']

/** What is asked, where, how often. The kind of a source that is kept does not change. */
export function SourceFieldset({ about, isNew }: { about: ConnectorList; isNew: boolean }) {
  const chosen = useWatch<SourceFields, 'connector'>({ name: 'connector' })
  const connector = about.items.find(({ id }) => id === chosen)
  return (
    <>
      {isNew && (
        <Radios
          name="connector"
          label="Kind of source"
          rules={{ required: 'Choose a kind of source' }}
          choices={about.items.map(({ id, name, about: hint }) => ({ value: id, label: name, hint }))}
          small
        />
      )}
      <TextArea
        name="query"
        label={connector?.label ?? 'What to look for'}
        hint={connector?.hint ?? 'First choose the kind of source: each is asked in its own way.'}
        rules={{ required: 'Say what to look for' }}
        rows={3}
      />
      {connector && <Examples connector={connector} feedHosts={about.feedHosts} />}
      <DateField
        name="from"
        label="Look back to"
        hint={
          connector?.filtersByDate === false
            ? 'What is dated before this day is left out; what has no date is kept.'
            : 'What was published or changed before this day is not asked for.'
        }
        check={(date) => (isDay(dateFrom(date) ?? '') ? undefined : 'Enter a day, a month and a year')}
      />
      <Radios
        name="schedule"
        label="How often is it read?"
        choices={schedulesShown.map((value) => ({ value, label: scheduleNames[value] }))}
        small
        inline
      />
      <TextField
        name="name"
        label="Name"
        hint="As your team will see it, such as “Trials of gene therapy”."
        rules={{ required: 'Give it a name' }}
      />
    </>
  )
}

/** Queries to begin with: pressing one puts it into the field. */
function Examples({ connector, feedHosts }: { connector: ConnectorAbout; feedHosts: string[] }) {
  const { setValue, setFocus } = useFormContext<SourceFields>()
  const take = (query: string) => {
    setValue('query', query, { shouldDirty: true, shouldValidate: false })
    setFocus('query')
  }
  return (
    <details className="nhsuk-details offing-small-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Examples for {connector.name}</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="offing-source-examples">
          {connector.examples.map(({ query, finds }) => (
            <li key={query}>
              <button type="button" className="offing-link-button" onClick={() => take(query)}>
                <span className="nhsuk-u-visually-hidden">Use </span>
                <span className="offing-source-query">{query}</span>
              </button>
              : {finds}
            </li>
          ))}
        </ul>
        {connector.id === 'feed' && (
          <p>
            Feeds of these sites can be read: {listed(feedHosts)}. Whoever runs this server can list others
            (OFFING_SOURCE_HOSTS).
          </p>
        )}
      </div>
    </details>
  )
}
