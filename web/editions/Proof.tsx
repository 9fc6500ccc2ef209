import type { Edition } from '../../api/contract/editions.ts'
import { count } from '../shared/words.ts'

/** How anybody can check that an edition is what was published, in words for whoever answers for information governance. */
export function Proof({ edition: { proof, number } }: { edition: Edition }) {
  if (!proof) return null
  return (
    <section className="offing-section" aria-labelledby="proof">
      <h2 className="nhsuk-heading-m" id="proof">
        How to check it
      </h2>
      <p className="nhsuk-u-reading-width">
        When it was published, everything that it is made from was frozen: {count(proof.rows, 'record')} with the
        panel’s answers under pseudonyms, the texts, the method and the result. They are never changed. The checksum
        below belongs to exactly these records: were a single character different, it would be another.
      </p>
      <p className="nhsuk-u-reading-width">
        Whoever runs this registry can check it at any time with the command <code>npm run verify -- {number}</code>. It
        works out the checksum again, ranks the frozen answers again, and holds both against what is stored here. What
        does not agree is named. People who have been erased since are listed, and are no error.
      </p>
      <dl className="offing-facts">
        <dt>Checksum (SHA-256)</dt>
        <dd>
          <code>{proof.digest}</code>
        </dd>
        <dt>Records</dt>
        <dd>{proof.rows.toLocaleString('en-GB')}</dd>
        <dt>Version of the arithmetic</dt>
        <dd>{proof.arithmeticVersion}</dd>
        <dt>Audit trail at that moment</dt>
        <dd>
          <code>{proof.auditHead}</code>
        </dd>
      </dl>
    </section>
  )
}
