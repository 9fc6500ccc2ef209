import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import type { EditionSummary } from '../../../api/contract/editions.ts'
import { useMay } from '../account.ts'
import { useAddress } from '../address.ts'
import { Loaded } from '../states/Loaded.tsx'
import { useEditions } from './queries.ts'
import { referenceOf } from './words.ts'

/**
 * Where the address names neither an edition nor a scan, it is made to name the latest published edition that still stands, so that
 * a link shows what its sender saw. Where there is none, what is inside shows the working draft.
 */
export function InAnEdition({ what, children }: { what: string; children: ReactNode }) {
  const { has, linkWith } = useAddress()
  const isOpen = useMay('editions.read') && !has('edition') && !has('scan')
  const editions = useEditions({}, { enabled: isOpen })
  if (!isOpen) return children
  return (
    <Loaded query={editions} what={what} isPage>
      {({ items }) => {
        const latest = latestStanding(items)
        return latest ? <Navigate to={linkWith({ edition: referenceOf(latest) })} replace /> : children
      }}
    </Loaded>
  )
}

/** Editions come newest first. */
const latestStanding = (editions: readonly EditionSummary[]) => editions.find(({ state }) => state === 'published')
