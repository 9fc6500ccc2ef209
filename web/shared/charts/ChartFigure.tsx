import './charts.scss'
import { type ReactNode, Suspense, useId, useState } from 'react'
import { Loading } from '../states/Loading.tsx'
import { usePrinting } from '../table/use-printing.ts'

interface Props {
  /** What the chart shows, in a sentence: its name for those who do not see it. */
  says: string
  chart: ReactNode
  /** The same numbers. */
  table: ReactNode
}

/** A chart, loaded when it is first needed, with its table one step away, and beside it on paper. */
export function ChartFigure({ says, chart, table }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const printing = usePrinting()
  return (
    <figure className="offing-chart">
      <div className="offing-chart__drawing" role="img" aria-label={says} aria-describedby={id}>
        <Suspense fallback={<Loading what="the chart" />}>{chart}</Suspense>
      </div>
      <details
        className="offing-small-details"
        open={open || printing}
        onToggle={(event) => printing || setOpen(event.currentTarget.open)}
      >
        <summary id={id}>The same numbers as a table</summary>
        {table}
      </details>
    </figure>
  )
}
