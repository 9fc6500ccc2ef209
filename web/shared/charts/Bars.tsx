import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { axisLine, barFill, firstSize, gridLine, text } from './look.ts'

export interface BarOf {
  name: string
  value: number
}

interface Props {
  bars: readonly BarOf[]
  /** Of the axis of values; without them it has none and reaches as far as the longest bar. */
  ticks?: number[]
  decimals?: number
}

/** Bars from the left, each with its name before it and its number after it. */
export default function Bars({ bars, ticks, decimals = 0 }: Props) {
  const height = bars.length * 44 + (ticks ? 36 : 8)
  const domain: [number, number | 'dataMax'] = [0, ticks?.at(-1) ?? 'dataMax']
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={firstSize(height)}>
      <BarChart data={[...bars]} layout="vertical" accessibilityLayer={false} margin={margin}>
        {ticks && <CartesianGrid horizontal={false} {...gridLine} />}
        <XAxis
          type="number"
          hide={!ticks}
          domain={domain}
          ticks={ticks}
          tick={text}
          axisLine={axisLine}
          tickLine={false}
        />
        <YAxis
          type="category"
          dataKey="name"
          width="auto"
          tick={{ ...text, width: 140 }}
          axisLine={axisLine}
          tickLine={false}
          interval={0}
        />
        <Bar dataKey="value" fill={barFill} barSize={20} isAnimationActive={false}>
          <LabelList
            dataKey="value"
            position="right"
            formatter={(value) => Number(value).toFixed(decimals)}
            {...text}
            fontWeight={700}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}

const margin = { top: 0, right: 36, bottom: 0, left: 0 }
