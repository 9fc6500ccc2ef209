import { useEffect, useRef, useState } from 'react'
import { useTitle } from '../shared/use-title.ts'
import { AnswerForm } from './answer/AnswerForm.tsx'
import { AskReason } from './answer/AskReason.tsx'
import { EvidenceBeside } from './EvidenceBeside.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemWays } from './ItemWays.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { EarlierAnswer } from './panel/EarlierAnswer.tsx'
import { PanelBeside } from './panel/PanelBeside.tsx'
import { SameAs } from './SameAs.tsx'
import { StageOutOfDate } from './StageOutOfDate.tsx'
import { StandingTag } from './StandingTag.tsx'
import { InterestHere } from './seat/InterestHere.tsx'
import type { Item } from './sitting.ts'
import { useAdvanceSwitch, useKeysSwitch } from './switches.ts'
import { useItemActs } from './use-item-acts.ts'
import { useItemShortcuts } from './use-item-shortcuts.ts'
import { useSitting } from './use-sitting.ts'

/** One item of the queue: what it is, the questions, the panel's answer where it may be seen, and the way on. */
export function ItemPage({ item }: { item: Item }) {
  const { queue, items } = useSitting()
  const heading = useRef<HTMLHeadingElement>(null)
  const [showsEvidence, setShowsEvidence] = useState(false)
  const keysSwitch = useKeysSwitch()
  const advance = useAdvanceSwitch()
  const acts = useItemActs(item, advance.on)
  const { state, view } = acts
  useItemShortcuts(keysSwitch.on, item, { ...acts, onEvidence: () => setShowsEvidence((open) => !open) })
  useTitle(item.technology.name)
  useFocus(heading)
  return (
    <article className="offing-item">
      <p className="offing-quiet nhsuk-u-margin-bottom-1">
        {item.specialism.name} · item {items.indexOf(item) + 1} of {items.length} <StandingTag item={item} />
      </p>
      <h1 className="nhsuk-heading-m" tabIndex={-1} ref={heading}>
        {item.technology.name}
      </h1>
      <ItemFacts technology={item.technology} />
      <div className="offing-row offing-beside">
        <EvidenceBeside technology={item.technology} open={showsEvidence} onToggle={setShowsEvidence} />
        <InterestHere item={item} />
      </div>
      {acts.onSame && acts.same && <SameAs other={acts.same} bands={queue.bands} onSame={acts.onSame} />}
      {acts.onKeep && <EarlierAnswer queue={queue} item={item} onKeep={acts.onKeep} />}
      {view && <PanelBeside queue={queue} item={item} view={view} isNew={acts.onGoOn !== null} />}
      {acts.asksReason && <AskReason takesFocus={acts.onGoOn === null} onReason={acts.onReason} onSkip={acts.onSkip} />}
      <AnswerForm queue={queue} item={item} state={state} />
      <ItemWays
        item={item}
        keeps={acts.onGoOn !== null}
        isAsked={acts.asksReason}
        onNext={acts.onEnter}
        onWithdraw={acts.onWithdraw}
      />
      <StageOutOfDate item={item} />
      <KeysHelp keys={keysSwitch} advance={advance} />
    </article>
  )
}

/** Each item starts at its top, for eyes, thumbs and screen readers. */
function useFocus(heading: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [heading])
}
