import { useId } from 'react'
import type { Ranking } from '../../api/contract/ranking.ts'

interface Props {
  ranking: Pick<Ranking, 'lens' | 'lenses'>
  onChange: (lens: string) => void
}

/** "Show for …": all specialisms of the scan, one grouping of them, or one. */
export function LensSelect({ ranking, onChange }: Props) {
  const id = useId()
  const { lens, lenses } = ranking
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        Show for
      </label>
      <select
        id={id}
        className="nhsuk-select"
        value={lens.kind === 'all' ? '' : `${lens.kind}:${lens.slug}`}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">All specialisms</option>
        <optgroup label="A grouping">
          {lenses.groupings.map(({ slug, name }) => (
            <option key={slug} value={`grouping:${slug}`}>
              {name}
            </option>
          ))}
        </optgroup>
        {lenses.groupings.map((grouping) => (
          <optgroup key={grouping.slug} label={grouping.name}>
            {lenses.specialisms
              .filter((specialism) => specialism.grouping === grouping.slug)
              .map(({ slug, name }) => (
                <option key={slug} value={`specialism:${slug}`}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
