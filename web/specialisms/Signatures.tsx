import { dateLabel } from '../shared/words.ts'
import { type Brief, onPaper } from './brief.ts'

/** Who signed which review, and when: a specialism's public voice has a name. */
export function Signatures({ brief: { signed } }: { brief: Brief }) {
  if (signed.length === 0) return null
  const byName = new Map<string, { name: string; technologies: string[] }>()
  for (const { shown, technology } of signed) {
    const name = shown.writtenBy ?? 'A lead whose name is no longer kept'
    const one = byName.get(name) ?? { name, technologies: [] }
    one.technologies.push(`${technology.name} (${dateLabel(shown.writtenAt)})`)
    byName.set(name, one)
  }
  return (
    <section className="offing-section" aria-labelledby="signed">
      <h2 className="nhsuk-heading-m" id="signed">
        Who signed
      </h2>
      <dl className="offing-facts">
        {[...byName.values()].map(({ name, technologies }, i) => {
          const hidden = i < onPaper.signatures ? undefined : 'offing-no-print'
          return [
            <dt key={name} className={hidden}>
              {name}
            </dt>,
            <dd key={`${name} signed`} className={hidden}>
              {technologies.join('; ')}
            </dd>,
          ]
        })}
      </dl>
    </section>
  )
}
