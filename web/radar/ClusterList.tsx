import { useEffect, useRef } from 'react'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { Cluster } from '../../api/radar/layout.ts'
import { changeName } from '../../api/radar/sizes.ts'
import { ordinal } from '../shared/words.ts'
import { besideStyle } from './beside.ts'

interface Props {
  cluster: Cluster<RankedTechnology>
  width: number
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
  onClose: () => void
}

/** The members of a cluster, best place first. Escape, or a press anywhere else, closes it. */
export function ClusterList({ cluster, width, onPoint, onSelect, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const close = useClosing(box, onClose)
  return (
    <div
      ref={box}
      className="offing-cluster"
      style={besideStyle(cluster, width)}
      role="dialog"
      aria-label={`${cluster.members.length} technologies close together`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <ul>
        {cluster.members.map((technology) => (
          <li key={technology.id}>
            <button
              type="button"
              onClick={() => onSelect(technology.id)}
              onPointerEnter={() => onPoint(technology.id)}
              onPointerLeave={() => onPoint(null)}
              onFocus={() => onPoint(technology.id)}
              onBlur={() => onPoint(null)}
            >
              <b>{ordinal(technology.place)}</b>
              <span>
                {technology.name}
                <small>
                  {technology.years.middle}, {changeName(technology.meanImpact)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Takes the focus, closes on a press elsewhere, and gives the focus back when closed by key. */
function useClosing(box: React.RefObject<HTMLDivElement | null>, onClose: () => void) {
  const opener = useRef<Element | null>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    opener.current = document.activeElement
    box.current?.querySelector('button')?.focus({ preventScroll: true })
    const elsewhere = (event: PointerEvent) => {
      const { target } = event
      if (!(target instanceof Element) || box.current?.contains(target) || opener.current?.contains(target)) return
      latest.current()
    }
    document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  }, [box])
  return () => {
    onClose()
    if (opener.current instanceof SVGElement) opener.current.focus()
  }
}
