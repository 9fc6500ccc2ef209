import { text } from '../shared/charts/look.ts'

interface Tick {
  x: string | number
  y: string | number
  textAnchor?: string
  payload: { value: string }
}

const lineHeight = 17
const apart = 9
const clear = 10
/** The name at the top stands above this, the one at the bottom below it. */
const upper = 80

/** The name of a criterion beyond the end of its axis, in two lines, so that it fits on a phone. */
export function nameTick({ x, y, textAnchor, payload }: Tick) {
  const lines = inTwo(payload.value)
  const anchor = textAnchor === 'start' || textAnchor === 'end' ? textAnchor : 'middle'
  const across = Number(x) + { start: apart, middle: 0, end: -apart }[anchor]
  return (
    <text x={across} y={firstLine(Number(y), anchor === 'middle')} textAnchor={anchor} {...text} fontSize={13}>
      {lines.map((line, i) => (
        <tspan key={line} x={across} dy={i === 0 ? '0.3em' : lineHeight} fontWeight={700}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Names at the sides stand level with their axis, those at the top and the bottom clear of it. */
function firstLine(y: number, isUpright: boolean): number {
  const level = y - lineHeight / 2
  if (!isUpright) return level
  return y < upper ? level - clear : level + clear
}

/** The ring halfway is named, beside the upright axis; the others speak for themselves. */
export function percentTick({ x, y, payload }: { x: string | number; y: string | number; payload: { value: number } }) {
  if (payload.value !== 50) return <g />
  return (
    <text
      x={Number(x) + apart}
      y={y}
      dy="0.3em"
      {...text}
      fontSize={12}
      stroke="#f0f4f5"
      strokeWidth={3}
      paintOrder="stroke"
    >
      50%
    </text>
  )
}

/** Broken at the space nearest to the middle. */
export function inTwo(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index)
  if (spaces.length === 0) return [name]
  const middle = name.length / 2
  const at = spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a))
  return [name.slice(0, at), name.slice(at + 1)]
}
