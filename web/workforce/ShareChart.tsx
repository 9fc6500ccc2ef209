import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { axisLine, firstSize, gridLine, text } from '../shared/charts/look.ts'
import { usePrinting } from '../shared/table/use-printing.ts'
import type { SharePoint } from './points.ts'

/** A chart does not follow the width of paper by itself: two of them stand beside one another there. */
const onScreen = { width: '100%', height: 170 } as const
const onPaper = { width: 310, height: 135 } as const
const margin = { top: 8, right: 14, bottom: 0, left: 0 }
const small = { ...text, fontSize: 13 }

/** One technology: the likeliest share as a line, lowest to highest as a band. */
export default function ShareChart({ points }: { points: SharePoint[] }) {
  const size = usePrinting() ? onPaper : onScreen
  return (
    <ResponsiveContainer {...size} initialDimension={firstSize(size.height)}>
      <ComposedChart data={points} accessibilityLayer={false} margin={margin}>
        <CartesianGrid vertical={false} {...gridLine} />
        <XAxis
          dataKey="year"
          type="number"
          domain={['dataMin', 'dataMax']}
          ticks={points.map(({ year }) => year)}
          tick={small}
          axisLine={axisLine}
          tickLine={false}
        />
        <YAxis
          type="number"
          domain={[0, 100]}
          ticks={[0, 50, 100]}
          tickFormatter={(value) => `${value}%`}
          width={46}
          tick={small}
          axisLine={axisLine}
          tickLine={false}
        />
        <Area dataKey="range" fill="#aeb7bd" fillOpacity={0.6} stroke="#768692" isAnimationActive={false} />
        <Line
          dataKey="best"
          stroke="#003087"
          strokeWidth={2.5}
          dot={{ r: 4, fill: '#003087' }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
