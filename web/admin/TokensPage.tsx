import './admin.scss'
import { useState } from 'react'
import { useMay } from '../shared/account.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { MakeToken } from './MakeToken.tsx'
import { useTokens } from './queries.ts'
import { TokenTable } from './TokenTable.tsx'

/** Access tokens of machines: made here, shown once, revoked. */
export default function TokensPage() {
  useTitle('Tokens')
  const may = useMay('tokens.read')
  const query = useTokens()
  const [secret, setSecret] = useState('')
  if (!may) return <Empty title="Access tokens are for administrators" isPage />
  return (
    <>
      <AdminTabs />
      <h1 className="nhsuk-heading-l">Access tokens</h1>
      <p className="nhsuk-u-reading-width">
        A token lets a program use the interface with a role, until a day. It is no way for people to sign in, and it
        never answers for a panel member, signs, publishes or changes accounts.
      </p>
      {secret && <NewSecret secret={secret} onPutAway={() => setSecret('')} />}
      <Loaded query={query} what="the access tokens">
        {({ items }) => (items.length === 0 ? <p>No token has been made yet.</p> : <TokenTable tokens={items} />)}
      </Loaded>
      <h2 className="nhsuk-heading-m">Make a token</h2>
      <div className="offing-admin__form">
        <MakeToken onMade={setSecret} />
      </div>
    </>
  )
}

function NewSecret({ secret, onPutAway }: { secret: string; onPutAway: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))
  return (
    <div className="offing-callout offing-callout--warning" role="status">
      <h2 className="nhsuk-heading-s">Copy it now: it is shown this once</h2>
      <p>
        <code className="offing-secret">{secret}</code>
      </p>
      <p>Keep it as you would a password. Nobody can read it here again; if it is lost, revoke it and make another.</p>
      <div className="offing-row">
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={copy}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
        <button type="button" className="offing-link-button" onClick={onPutAway}>
          I have it: put it away
        </button>
      </div>
    </div>
  )
}
