import { listed } from '../shared/words.ts'

const width = 12
const height = 28

/** How many gave each number, as bars with their numbers: readable in black and white, and read out as a sentence. */
export function Spread({ counts, from }: { counts: readonly number[]; from: number }) {
  const most = Math.max(1, ...counts)
  const bars = counts.map((count, i) => ({ count, i }))
  const said = counts.flatMap((count, i) => (count > 0 ? [`${count} gave ${i + from}`] : []))
  return (
    <svg
      className="offing-spread"
      role="img"
      aria-label={listed(said)}
      viewBox={`0 0 ${counts.length * width} ${height + 12}`}
      width={counts.length * width}
      height={height + 12}
    >
      {bars.map(({ count, i }) => (
        <g key={`gave ${i + from}`}>
          <rect
            x={i * width + 1}
            y={height - (count / most) * height}
            width={width - 2}
            height={(count / most) * height}
          />
          <text x={i * width + width / 2} y={height + 10}>
            {i + from}
          </text>
        </g>
      ))}
    </svg>
  )
}
