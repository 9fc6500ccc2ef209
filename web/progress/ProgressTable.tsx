import type { SpecialismProgress } from '../../api/contract/progress.ts'

/** How far each specialism has come: people and items, never what they answered. */
export function ProgressTable({ specialisms, caption }: { specialisms: SpecialismProgress[]; caption: string }) {
  if (specialisms.length === 0) return <p>Every specialism has finished.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll" aria-label={caption} tabIndex={0}>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Specialism</th>
            {['Invited', 'Started', 'Finished', 'Items answered'].map((heading) => (
              <th key={heading} scope="col" className="offing-number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {specialisms.map(({ slug, name, invited, started, finished, asked, answered }) => (
            <tr key={slug}>
              <th scope="row">{name}</th>
              <td className="offing-number">{invited}</td>
              <td className="offing-number">{started}</td>
              <td className="offing-number">{finished}</td>
              <td className="offing-number">
                {asked === 0 ? 'not asked' : `${answered.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
