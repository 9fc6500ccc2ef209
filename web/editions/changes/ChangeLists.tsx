import { type ReactNode, useState } from 'react'
import type { ComparedTechnology, Comparison } from '../../../api/contract/comparison.ts'
import { usePrinting } from '../../shared/table/use-printing.ts'
import { count } from '../../shared/words.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { Note } from './Note.tsx'
import { Reworded } from './Reworded.tsx'
import { movementIn, timingWords } from './words.ts'

/** What happened, the clearest first: each technology with its figures in both editions. */
export function ChangeLists({ comparison }: { comparison: Comparison }) {
  const { items } = comparison
  const ofMovement = (...wanted: ReturnType<typeof movementIn>[]) =>
    items.filter((item) => wanted.includes(movementIn(item)))
  const list = (rows: ComparedTechnology[], note: (item: ComparedTechnology) => ReactNode) => (
    <ChangeTable comparison={comparison} items={rows} note={note} />
  )
  const moved = ofMovement('up', 'down')
  const timed = items.filter(({ timing }) => timing === 'nearer' || timing === 'further')
  const told = items.filter(
    ({ reworded, newEvidence, goneEvidence }) => reworded.length + newEvidence.length + goneEvidence > 0,
  )
  const main = (item: ComparedTechnology) => <Note item={item} />
  return (
    <>
      {comparison.chances.state === 'ready' && (
        <Section id="moved" title="Clearly moved" rows={moved} none="No technology has clearly moved up or down.">
          {list(moved, main)}
        </Section>
      )}
      <Section id="new" title="New" rows={ofMovement('new')} none="None is new in the ranking.">
        {list(ofMovement('new'), main)}
      </Section>
      <Section
        id="adopted"
        title="Adopted"
        rows={ofMovement('adopted')}
        none="Of none is it recorded that it is now in use."
      >
        {list(ofMovement('adopted'), main)}
      </Section>
      <Section id="dropped" title="Dropped" rows={ofMovement('dropped')} none="None has left the ranking otherwise.">
        {list(ofMovement('dropped'), main)}
      </Section>
      <Section
        id="timing"
        title="Nearer or further away"
        rows={timed}
        none="No middle guess has moved by a year or more."
      >
        <Timed rows={timed} list={(rows) => list(rows, (item) => timingWords(item.from!, item.to!))} />
      </Section>
      <Section
        id="told"
        title="Reworded, and new evidence"
        rows={told}
        none="Nothing was reworded, and no evidence came or went."
      >
        <Reworded items={told} comparison={comparison} />
      </Section>
      <Unchanged rows={ofMovement('no-clear-change')}>{list(ofMovement('no-clear-change'), () => null)}</Unchanged>
    </>
  )
}

interface TimedProps {
  rows: readonly ComparedTechnology[]
  list: (rows: ComparedTechnology[]) => ReactNode
}

/** Who moved by years first; by one year, which a panel that has changed a little may do, folded away. */
function Timed({ rows, list }: TimedProps) {
  const by = (item: ComparedTechnology) => Math.abs(item.to!.middleYear - item.from!.middleYear)
  const far = rows.filter((item) => by(item) > 1).toSorted((a, b) => by(b) - by(a))
  const near = rows.filter((item) => by(item) === 1)
  return (
    <>
      {far.length > 0 && list(far)}
      {near.length > 0 && (
        <Folded summary={`Show ${count(near.length, 'technology', 'technologies')} that moved by one year`}>
          {list(near)}
        </Folded>
      )}
    </>
  )
}

/** Open on paper. */
function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const printing = usePrinting()
  return (
    <details
      className="offing-small-details"
      open={open || printing}
      onToggle={(event) => printing || setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {open || printing ? children : null}
    </details>
  )
}

interface SectionProps {
  id: string
  title: string
  rows: readonly ComparedTechnology[]
  none: string
  children: ReactNode
}

function Section({ id, title, rows, none, children }: SectionProps) {
  return (
    <section className="offing-section" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {title} <span className="offing-quiet">({rows.length})</span>
      </h2>
      {rows.length === 0 ? <p>{none}</p> : children}
    </section>
  )
}

function Unchanged({ rows, children }: { rows: readonly ComparedTechnology[]; children: ReactNode }) {
  if (rows.length === 0) return null
  return (
    <section className="offing-section" aria-labelledby="unchanged">
      <h2 className="nhsuk-heading-m" id="unchanged">
        No clear change <span className="offing-quiet">({rows.length})</span>
      </h2>
      <Folded summary={`Show ${count(rows.length, 'technology', 'technologies')} that stayed about where they were`}>
        {children}
      </Folded>
    </section>
  )
}
