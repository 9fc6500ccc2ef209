import type { AuditEntry } from '../../api/contract/audit.ts'
import { factsOf, isChange } from './details.ts'

/** What was before and after where something changed, the facts of the act elsewhere; and by what the entry is known. */
export function Details({ entry }: { entry: AuditEntry }) {
  const all = Object.entries(entry.details)
  const changes = all.flatMap(([field, value]) => (isChange(value) ? [{ field, ...value }] : []))
  const facts = all.flatMap(([field, value]) => (isChange(value) ? [] : factsOf(field, value)))
  return (
    <div className="offing-audit__details">
      {changes.length > 0 && (
        <Changes changes={changes.flatMap(({ field, before, after }) => sides(field, before, after))} />
      )}
      <dl>
        {facts.map(({ name, text }) => (
          <Fact key={name} name={name} text={text} />
        ))}
        <Fact name="Entry" text={String(entry.seq)} />
        <Fact name="Action" text={entry.action} />
        <Fact name="Id of what it was done to" text={entry.object.id} />
        <Fact name="Digest" text={entry.digest} />
      </dl>
    </div>
  )
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text || 'nothing'}</dd>
    </div>
  )
}

interface Side {
  name: string
  before: string
  after: string
}

/** Parts of a field that holds several, each with its two values. */
function sides(field: string, before: unknown, after: unknown): Side[] {
  const [was, is] = [factsOf(field, before), factsOf(field, after)].map(
    (facts) => new Map(facts.map(({ name, text }) => [name, text])),
  )
  const names = [...new Set([...was!.keys(), ...is!.keys()])]
  return names.map((name) => ({ name, before: was!.get(name) ?? '', after: is!.get(name) ?? '' }))
}

function Changes({ changes }: { changes: Side[] }) {
  return (
    <table className="offing-table offing-table--stack">
      <caption className="nhsuk-u-visually-hidden">What changed</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes
          .filter(({ before, after }) => before !== after)
          .map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label="Before">{before || 'nothing'}</td>
              <td data-label="After">{after || 'nothing'}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
