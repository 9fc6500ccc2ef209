import type { MessageList } from '../../api/contract/messages.ts'
import { dateLabel } from '../shared/words.ts'
import { kindNames, stateNames } from './words.ts'

/** Every message with how it fares; its text is nowhere kept. */
export function MessageTable({ list }: { list: MessageList }) {
  return (
    <section aria-labelledby="messages">
      <h2 className="nhsuk-heading-m" id="messages">
        What has been written
      </h2>
      {list.total > list.items.length && <p className="offing-quiet">The newest {list.items.length} are shown.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="offing-scroll offing-panel" aria-label="Messages" tabIndex={0}>
        <table className="offing-table">
          <caption className="nhsuk-u-visually-hidden">Messages, newest first</caption>
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">Message</th>
              <th scope="col">Written</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((message) => (
              <tr key={message.id}>
                <th scope="row">{message.name}</th>
                <td>
                  {kindNames[message.kind]}
                  {message.round !== null && message.round > 0 && `, round ${message.round}`}
                </td>
                <td>{dateLabel(message.createdAt)}</td>
                <td>
                  {stateNames[message.state]}
                  {message.sentAt && ` on ${dateLabel(message.sentAt)}`}
                  {message.failure && `: ${message.failure}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
