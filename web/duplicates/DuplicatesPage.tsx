import './duplicates.scss'
import { useState } from 'react'
import { useAddress } from '../shared/address.ts'
import { useTitle } from '../shared/use-title.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { PairList } from './PairList.tsx'
import { PairPage } from './PairPage.tsx'
import { type Said, SaidBar } from './SaidBar.tsx'
import { ToldApart } from './ToldApart.tsx'

/** Technologies that look like one, proposed in pairs; one pair side by side where the address names it. */
export default function DuplicatesPage() {
  const { get, change } = useAddress()
  const [said, setSaid] = useState<Said | null>(null)
  const [left, right] = [get('left'), get('right')]
  const isPair = left !== '' && right !== ''
  useTitle(isPair ? 'Two technologies side by side' : 'Near-duplicates')
  const done = (next: Said) => {
    setSaid(next)
    change({ left: null, right: null })
  }
  return (
    <>
      <WorkbenchTabs />
      {said && !isPair && <SaidBar key={said.words} said={said} onUndone={setSaid} />}
      {isPair ? (
        <PairPage key={`${left} ${right}`} left={left} right={right} onDone={done} />
      ) : (
        <>
          <PairList />
          <ToldApart />
        </>
      )}
    </>
  )
}
