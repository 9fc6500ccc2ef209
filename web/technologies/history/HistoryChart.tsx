import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { axisLine, barFill, firstSize, gridLine, text } from '../../shared/charts/look.ts'
import type { PlacePoint } from './placed.ts'

const height = 280
const margin = { top: 12, right: 24, bottom: 4, left: 4 }

/** Places from the first at the top: the range as a pale bar, the place on it as a mark, a line from edition to edition. */
export default function HistoryChart({ points }: { points: readonly PlacePoint[] }) {
  const lowest = Math.max(...points.flatMap(({ place, range }) => [place ?? 1, range?.[1] ?? 1]))
  const ticks = placeTicks(lowest)
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={firstSize(height)}>
      <ComposedChart data={[...points]} accessibilityLayer={false} margin={margin}>
        <CartesianGrid vertical={false} {...gridLine} />
        <XAxis dataKey="edition" tick={text} axisLine={axisLine} tickLine={false} interval={0} />
        <YAxis
          reversed
          type="number"
          domain={[1, ticks.at(-1)!]}
          ticks={ticks}
          tick={text}
          axisLine={axisLine}
          tickLine={false}
          width={56}
          label={{ value: 'Place', angle: -90, position: 'insideLeft', ...text }}
        />
        <Bar dataKey="range" fill="#aeb7bd" barSize={18} isAnimationActive={false} />
        <Line
          dataKey="place"
          stroke={barFill}
          strokeWidth={2}
          dot={{ r: 5, fill: barFill, stroke: '#fff' }}
          isAnimationActive={false}
          connectNulls={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** The first place, then whole steps to beyond the lowest: 1, 5, 10, 15. */
function placeTicks(lowest: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => lowest / one <= 5) ?? 1_000
  const steps = Array.from({ length: Math.max(1, Math.ceil(lowest / step)) }, (_, i) => (i + 1) * step)
  return [...new Set([1, ...steps])]
}
