import { useEffect, useRef } from 'react'
import type { PanelView } from '../../../api/contract/panel-view.ts'
import type { ArrivalResponse, Queue } from '../../../api/contract/ratings.ts'
import { count } from '../../shared/words.ts'
import type { Item } from '../sitting.ts'
import { ArrivalDots, ImpactDots } from './Dots.tsx'

interface Props {
  queue: Queue
  item: Item
  view: PanelView
  /** Whether the reader has just answered unseen: then this takes the focus. */
  isNew: boolean
}

/** The panel's answer of the closed rounds beside the reader's own: figures where they may be shown, and unnamed reasons. */
export function PanelBeside({ queue, item, view, isNew }: Props) {
  const mine = item.answer ?? item.earlier
  const heading = useRef<HTMLHeadingElement>(null)
  const takesFocus = useRef(isNew)
  useEffect(() => {
    if (takesFocus.current) heading.current?.focus()
  }, [])
  return (
    <section className="offing-panel-view" aria-labelledby="panel-view">
      <h2 className="nhsuk-heading-s" id="panel-view" tabIndex={-1} ref={heading}>
        How the panel answered, up to round {view.round}
      </h2>
      <Impact view={view} mine={mine?.impact ?? null} specialism={item.specialism.name} />
      <Arrival view={view} queue={queue} mine={bandOf(mine?.arrival ?? null, queue.bands)} />
      <Reasons reasons={view.here.reasons} />
      {view.note && <Note text={view.note} />}
      {isNew && <p>Yours is saved. You can keep it and go on, or change it below.</p>}
    </section>
  )
}

function Impact({ view, mine, specialism }: { view: PanelView; mine: number | null; specialism: string }) {
  const { answers, stances, impact, consensus } = view.here
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        <strong>How much, in {specialism}:</strong>{' '}
        {impact
          ? `middle answer ${plain(impact.median)}, half of the panel from ${plain(impact.lower)} to ${plain(impact.upper)}.`
          : `${answered(answers)}, ${consensus === 'withheld' ? 'which are not shown here' : 'too few to show how they lie'}.`}
        {consensus === 'disagreement' && ' The panel disagrees.'}
        {consensus === 'agreement' && ' The panel agrees.'}
      </p>
      {impact && <ImpactDots spread={impact} mine={mine} />}
      {stances && (
        <p className="offing-quiet">
          Of {count(stances.rated + stances.notAffected + stances.already, 'answer')}: {stances.rated} Yes,{' '}
          {stances.notAffected} no change, {stances.already} already normal practice.
          {stances.cannotJudge > 0 && ` ${stances.cannotJudge} could not judge.`}
        </p>
      )}
    </>
  )
}

function Arrival({ view, queue, mine }: { view: PanelView; queue: Queue; mine: number | null }) {
  const { answers, byBand, years, consensus } = view.arrival
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        <strong>When, over all specialisms:</strong>{' '}
        {years
          ? `middle year ${years.median}, half of the panel from ${years.lower} to ${years.upper}.`
          : `${answered(answers)}, ${consensus === 'withheld' ? 'which are not shown here' : 'too few to show how they lie'}.`}
      </p>
      {byBand && <ArrivalDots counts={byBand} bands={queue.bands} mine={mine} />}
    </>
  )
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return <p className="offing-quiet">Nobody else has given a reason.</p>
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">
        <strong>Reasons, unnamed:</strong>
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {reasons.map((reason, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason
          <li key={i}>{reason}</li>
        ))}
      </ul>
    </>
  )
}

function Note({ text }: { text: string }) {
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">
        <strong>From the discussion of it:</strong>
      </p>
      <p className="offing-lines">{text}</p>
    </>
  )
}

/** The span of years that an answer names; of three years the middle one. */
function bandOf(arrival: ArrivalResponse | null, bands: Queue['bands']): number | null {
  if (arrival?.kind === 'band') return arrival.band
  if (arrival?.kind !== 'years') return null
  const at = bands.findIndex(({ to }) => to === null || arrival.p50 <= to)
  return at < 0 ? null : at
}

const answered = (answers: number | null) => (answers === null ? 'A few answers' : count(answers, 'answer'))
const plain = (number: number) => String(Math.round(number * 10) / 10)
