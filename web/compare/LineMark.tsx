import type { LineLook } from './lines.ts'

interface Props {
  look: LineLook
  x: number
  y: number
}

/** The mark of a line at a point, filled so that it is seen where lines cross. */
export function LineMark({ look: { colour, mark }, x, y }: Props) {
  return <path d={outlines[mark]} transform={`translate(${x} ${y})`} fill={colour} stroke="#fff" strokeWidth="1" />
}

const outlines: Record<LineLook['mark'], string> = {
  circle: 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0',
  square: 'M-5,-5h10v10h-10z',
  triangle: 'M0,-6L6,5H-6z',
  diamond: 'M0,-7L6,0L0,7L-6,0z',
  cross: 'M-2,-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
}

/** A piece of a line, to stand beside the name it belongs to. */
export function LineSample({ look }: { look: LineLook }) {
  return (
    <svg className="offing-line-sample" width="44" height="16" viewBox="0 0 44 16" aria-hidden="true">
      <line x1="0" x2="44" y1="8" y2="8" stroke={look.colour} strokeWidth="2.5" strokeDasharray={look.dashes} />
      <LineMark look={look} x={22} y={8} />
    </svg>
  )
}
