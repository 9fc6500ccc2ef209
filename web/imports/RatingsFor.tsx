import { useAddress } from '../shared/address.ts'
import { useScans } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'

/** For which scan ratings are, and what becomes of them. The scan stands in the address. */
export function RatingsFor() {
  const { get, change } = useAddress()
  return (
    <>
      <div className="nhsuk-inset-text nhsuk-u-reading-width">
        <p>
          The answers come in as one closed round of the scan, marked “imported”, and count like any other. They can be
          changed by a further file, never taken out. No round of the scan may be open or prepared, and no edition of it
          published. A label must name nobody: it is kept as a pseudonym, and goes out with exports of answers.
        </p>
      </div>
      <Loaded query={useScans()} what="the scans">
        {({ items }) => (
          <div className="nhsuk-form-group">
            <label className="nhsuk-label" htmlFor="import-scan">
              For which scan?
            </label>
            <select
              className="nhsuk-select"
              id="import-scan"
              value={get('scan')}
              onChange={(event) => change({ scan: event.target.value || null })}
            >
              <option value="">Choose a scan</option>
              {items.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
      </Loaded>
    </>
  )
}
