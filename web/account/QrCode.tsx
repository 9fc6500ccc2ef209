import { create } from 'qrcode'
import { useMemo } from 'react'

/** So many empty squares all around, without which cameras do not find it (ISO/IEC 18004). */
const margin = 4

/** A text as a QR code, drawn here: what it holds leaves this page by nobody's eyes but a camera's. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => drawn(text), [text])
  const whole = size + 2 * margin
  return (
    <svg className="offing-account__qr" role="img" aria-label={label} viewBox={`0 0 ${whole} ${whole}`}>
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

function drawn(text: string): { path: string; size: number } {
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, i) =>
    bit ? `M${(i % size) + margin} ${Math.floor(i / size) + margin}h1v1h-1z` : '',
  )
  return { path: dark.join(''), size }
}
