import './admin.scss'
import type { Service } from '../../api/contract/service.ts'
import type { SettingList } from '../../api/contract/settings.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { dateLabel } from '../shared/words.ts'
import { useService, useSettings } from './queries.ts'
import { backupInWords, sizeInWords } from './service-words.ts'

/** How the program is set up and fares. It is set where it runs, so that nothing can be changed here. */
export default function SettingsPage() {
  useTitle('Settings')
  return (
    <>
      <AdminTabs />
      <h1 className="nhsuk-heading-l">Settings</h1>
      <Loaded query={useService()} what="the state of the program">
        {(service) => <ServiceFacts service={service} />}
      </Loaded>
      <h2 className="nhsuk-heading-m">Every setting</h2>
      <p className="nhsuk-u-reading-width">
        They are read once, when the program starts, from where it runs: whoever runs it changes them there. Secrets are
        told as set or not set.
      </p>
      <Loaded query={useSettings()} what="the settings">
        {(list) => <Table list={list} />}
      </Loaded>
    </>
  )
}

function ServiceFacts({ service }: { service: Service }) {
  const { version, database, backups } = service
  return (
    <dl className="offing-facts">
      <dt>Version</dt>
      <dd>Offing {version}</dd>
      <dt>Database</dt>
      <dd>
        {sizeInWords(database.bytes + database.logBytes)}
        {database.freeBytes !== null && `, ${sizeInWords(database.freeBytes)} free`}
        {database.isFull && <strong>: the disk is full, nothing can be saved</strong>}
      </dd>
      <dt>Last backup</dt>
      <dd>{backupInWords(service)}</dd>
      <dt>Next backup</dt>
      <dd>{backups.nextAt ? `${dateLabel(backups.nextAt)}` : 'None is planned by the program'}</dd>
    </dl>
  )
}

function Table({ list }: { list: SettingList }) {
  return (
    <table className="offing-table offing-table--stack">
      <caption className="nhsuk-u-visually-hidden">Settings in effect</caption>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">In effect</th>
          <th scope="col">Set or left out</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map(({ name, meaning, value, state }) => (
          <tr key={name}>
            <th scope="row">
              {meaning}
              <code className="offing-quiet offing-admin__note">{name}</code>
            </th>
            <td data-label="In effect" className="offing-admin__value">
              {state === 'secret' ? 'set (secret)' : (value ?? 'not set')}
            </td>
            <td data-label="Set or left out">{state === 'default' ? 'left out' : <strong>set</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
