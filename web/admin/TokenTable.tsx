import '../shared/table/table.scss'
import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { AccessToken, TokenState } from '../../api/contract/tokens.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { dateLabel, roleNames } from '../shared/words.ts'
import { momentLabel } from '../sources/words.ts'
import { useTokensChanged } from './queries.ts'

const stateNames: Record<TokenState, string> = {
  good: 'Good',
  'ends-soon': 'Ends soon',
  ended: 'Ended',
  revoked: 'Revoked',
}

/** Every token that was made, the newest first; one that still works can be revoked, after a question. */
export function TokenTable({ tokens }: { tokens: readonly AccessToken[] }) {
  const changed = useTokensChanged()
  const { write, sending } = useWrite()
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null)
  const revoke = async ({ id, name }: AccessToken) => {
    if (sending || !window.confirm(`Revoke “${name}”? Whatever uses it stops working at once, for good.`)) return
    setOutcome(await write({ method: 'DELETE', url: link(paths.token, { token: id }) }))
    await changed()
  }
  return (
    <>
      {outcome && <NotDone outcome={outcome} changed="" />}
      <table className="offing-table offing-table--stack">
        <caption className="nhsuk-u-visually-hidden">Access tokens, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span className="nhsuk-u-visually-hidden">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row">{token.name}</th>
              <td data-label="Role">{roleNames[token.role]}</td>
              <td data-label="State">
                {stateNames[token.state]}, {endLabel(token)}
              </td>
              <td data-label="Made">
                {dateLabel(token.createdAt.slice(0, 10))}, by {token.createdBy ?? 'somebody who has left'}
              </td>
              <td data-label="Last used">{token.lastUsedAt ? momentLabel(token.lastUsedAt) : 'Never'}</td>
              <td>
                {(token.state === 'good' || token.state === 'ends-soon') && (
                  <button type="button" className="offing-link-button" onClick={() => void revoke(token)}>
                    Revoke<span className="nhsuk-u-visually-hidden"> {token.name}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const endLabel = ({ state, expiresAt, revokedAt }: AccessToken) =>
  state === 'revoked'
    ? `on ${dateLabel((revokedAt ?? expiresAt).slice(0, 10))}`
    : `until ${dateLabel(expiresAt.slice(0, 10))}`
