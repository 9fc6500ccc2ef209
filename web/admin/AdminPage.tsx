import './admin.scss'
import { Link } from 'react-router'
import type { AccountList } from '../../api/contract/accounts.ts'
import { pages } from '../../api/contract/paths.ts'
import type { Service } from '../../api/contract/service.ts'
import type { SettingList } from '../../api/contract/settings.ts'
import { withQuery } from '../shared/address.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { useAbout } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { useAccounts, useService, useSettings } from './queries.ts'
import { backupInWords, backupTrouble, sizeInWords } from './service-words.ts'

/** Where administrators begin: what needs them, and how things stand. */
export default function AdminPage() {
  useTitle('Admin')
  const settings = useSettings()
  const service = useService()
  return (
    <>
      <AdminTabs />
      <h1 className="nhsuk-heading-l">Admin</h1>
      <Loaded query={useAccounts({ limit: 1 })} what="the accounts">
        {(accounts) => (
          <Loaded query={settings} what="the settings">
            {(list) => (
              <Loaded query={service} what="the state of the program">
                {(state) => <Overview accounts={accounts} settings={list} service={state} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

interface Standing {
  accounts: AccountList
  settings: SettingList
  service: Service
}

function Overview(standing: Standing) {
  const { accounts, settings, service } = standing
  const { active, invited, off } = accounts.counts
  return (
    <>
      <NeedsAttention {...standing} />
      <h2 className="nhsuk-heading-m">How things stand</h2>
      <dl className="offing-facts">
        <dt>Accounts</dt>
        <dd>
          <Link to={withQuery(pages.accounts, { state: 'active' })}>
            {count(active, 'person', 'people')} can sign in
          </Link>
          {', '}
          <Link to={withQuery(pages.accounts, { state: 'invited' })}>{invited} invited</Link>
          {', '}
          <Link to={withQuery(pages.accounts, { state: 'off' })}>{off} switched off</Link>
        </dd>
        <dt>Mail</dt>
        <dd>{settings.mail ? 'Sent by the registry' : 'Not set up: links and messages are copied by hand'}</dd>
        <dt>Last backup</dt>
        <dd>{backupInWords(service)}</dd>
        <dt>Database</dt>
        <dd>{sizeInWords(service.database.bytes)}</dd>
        <dt>Version</dt>
        <dd>Offing {service.version}</dd>
      </dl>
    </>
  )
}

function NeedsAttention({ accounts, settings, service }: Standing) {
  const demonstration = useAbout().data?.demonstration
  const { withoutRole } = accounts.counts
  const settingOf = (name: string) => settings.items.find((one) => one.name === name)?.value ?? null
  const trouble = backupTrouble(service, new Date())
  const points = [
    service.database.isFull && <p key="full">The disk is full: nothing can be saved until there is room.</p>,
    trouble && <p key="backup">{trouble}</p>,
    withoutRole > 0 && (
      <p key="roles">
        <Link to={withQuery(pages.accounts, { role: 'none' })}>
          {count(withoutRole, 'person has', 'people have')} no role
        </Link>
        , so they see nothing.
      </p>
    ),
    demonstration && <p key="demonstration">This is a demonstration: its people and answers are made up.</p>,
    settingOf('OFFING_CONTACT') === null && (
      <p key="contact">
        No contact is set (OFFING_CONTACT), so nobody is told whom to ask for help or about their data.
      </p>
    ),
    settingOf('OFFING_ORIGIN')?.startsWith('https://') !== true && (
      <p key="tls">
        No address with https is set (OFFING_ORIGIN): passwords would be sent in the clear over a network.
      </p>
    ),
  ].filter(Boolean)
  return (
    <section>
      <h2 className="nhsuk-heading-m">What needs you</h2>
      {points.length === 0 ? (
        <p>Nothing at present.</p>
      ) : (
        <div className="offing-callout offing-callout--warning">{points}</div>
      )}
    </section>
  )
}
