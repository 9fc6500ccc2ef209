import type { TaxonVersion } from '../../api/contract/taxonomy.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { dateLabel } from '../shared/words.ts'
import { useTaxonVersions } from './queries.ts'
import { changesInWords } from './words.ts'

interface Props {
  taxon: string
  nameOf: (slug: string) => string
}

/** What it was at each version, newest first, as what each changed of the one before. */
export function TaxonHistory({ taxon, nameOf }: Props) {
  return (
    <section aria-labelledby="history">
      <h2 className="nhsuk-heading-m" id="history">
        History
      </h2>
      <Loaded query={useTaxonVersions(taxon)} what="its history">
        {({ items }) =>
          items.length === 1 ? (
            <p>It has never been changed.</p>
          ) : (
            <ol className="nhsuk-list" reversed>
              {items.map((version, i) => (
                <li key={version.version}>
                  <Version version={version} before={items[i + 1]} nameOf={nameOf} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}

function Version(props: { version: TaxonVersion; before: TaxonVersion | undefined; nameOf: Props['nameOf'] }) {
  const { version, before, nameOf } = props
  if (!before)
    return (
      <p>
        <strong>As it first was:</strong> {version.content.name}
        {version.changedAt && `, ${dateLabel(version.changedAt.slice(0, 10))}`}
      </p>
    )
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">
        <strong>{version.changedAt && dateLabel(version.changedAt.slice(0, 10))}</strong> {version.reason}
      </p>
      <ul>
        {changesInWords(before.content, version.content, nameOf).map((change) => (
          <li key={change.field}>
            {change.field}: {change.before} → {change.after}
          </li>
        ))}
      </ul>
    </>
  )
}
