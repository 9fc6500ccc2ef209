import { useState } from 'react'
import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts'
import { type Criterion, criteria } from '../../api/scans/method.ts'
import { firstSize, text } from '../shared/charts/look.ts'
import { criterionNames } from '../shared/words.ts'
import { LineMark } from './LineMark.tsx'
import type { LineLook } from './lines.ts'
import { nameTick, percentTick } from './spider-ticks.tsx'

/** One technology on the spider, with its values from 0 to 1. */
export interface SpiderLine {
  id: string
  name: string
  values: Record<Criterion, number | null>
  look: LineLook
}

/** What the names of the criteria need at the sides, and above and below. */
const room = { beside: 102, above: 56 }
const radius = { least: 60, most: 150 }
const usualWidth = 480

/** Technologies as lines over the four criteria, each from nothing at the centre to full at the rim. */
export default function Spider({ lines }: { lines: readonly SpiderLine[] }) {
  const [width, setWidth] = useState(usualWidth)
  const outer = Math.max(radius.least, Math.min(radius.most, width / 2 - room.beside))
  const height = 2 * (outer + room.above)
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={firstSize(height)} onResize={setWidth}>
      <RadarChart data={pointsOf(lines)} outerRadius={outer} accessibilityLayer={false}>
        <PolarGrid stroke="#aeb7bd" />
        <PolarAngleAxis dataKey="criterion" tick={nameTick} axisLine={false} tickLine={false} />
        {lines.map(({ id, name, look }) => (
          <Radar
            key={id}
            dataKey={id}
            name={name}
            stroke={look.colour}
            strokeWidth={2.5}
            strokeDasharray={look.dashes}
            fill="none"
            isAnimationActive={false}
            dot={({ key, cx, cy }) => <LineMark key={key} look={look} x={Number(cx)} y={Number(cy)} />}
          />
        ))}
        <PolarRadiusAxis
          angle={90}
          domain={[0, 100]}
          ticks={[25, 50, 75, 100]}
          tick={percentTick}
          axisLine={false}
          {...text}
        />
      </RadarChart>
    </ResponsiveContainer>
  )
}

/** One row for each criterion, in per cent. */
function pointsOf(lines: readonly SpiderLine[]) {
  return criteria.map((criterion) => ({
    criterion: criterionNames[criterion],
    ...Object.fromEntries(lines.map(({ id, values }) => [id, Math.round(100 * (values[criterion] ?? 0))])),
  }))
}
