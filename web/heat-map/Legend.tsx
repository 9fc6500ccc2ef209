import { count } from '../shared/words.ts'
import type { Figure } from './words.ts'

const shades = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** What shades, numbers and words in the cells mean. */
export function Legend({ figure, minimumShown }: { figure: Figure; minimumShown: number }) {
  return (
    <div className="offing-heat-legend">
      {figure === 'impact' ? (
        <p>
          <span className="offing-heat-legend__shades">
            {shades.map((shade) => (
              <span key={shade} className={`offing-heat__cell offing-heat__cell--${shade}`}>
                {shade}
              </span>
            ))}
          </span>
          0 no change; 1 to 3 a few tasks; 4 to 6 some roles, rooms or equipment; 7 to 9 the service would be organised
          or staffed differently.
        </p>
      ) : (
        <p>
          <span className="offing-heat-legend__shades">
            <span className="offing-heat__cell offing-heat__cell--7">4/5</span>
          </span>
          4 of 5 panel members answered. “I can’t judge this” does not count as an answer.
        </p>
      )}
      <ul>
        <li>
          <span className="offing-heat__cell offing-heat__cell--not-asked" /> not asked
        </li>
        {figure === 'impact' && (
          <li>
            <span className="offing-heat__cell offing-heat__cell--no-answer">none</span> asked, no answer yet
          </li>
        )}
        <li>
          <span className="offing-heat__cell offing-heat__cell--hidden">hidden</span> fewer than{' '}
          {count(minimumShown, 'panel member')} answered, or one could be worked out
        </li>
        <li>None of these is a zero.</li>
      </ul>
    </div>
  )
}
