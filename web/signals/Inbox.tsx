import { type ReactNode, useState } from 'react'
import type { SignalList } from '../../api/contract/signals.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { useSwitch } from '../shared/use-switch.ts'
import { Acts } from './Acts.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { DismissPanel } from './DismissPanel.tsx'
import { InboxHelp } from './InboxHelp.tsx'
import { InboxList } from './InboxList.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { SignalView } from './SignalView.tsx'
import { UndoBar } from './UndoBar.tsx'
import { type Desk, keysOf, useDesk } from './use-desk.ts'
import { useInboxKeys } from './use-inbox-keys.ts'

interface Props {
  list: SignalList
  busy: boolean
  nothing: ReactNode
}

/** The list on the left, the signal that is shown on the right, and what can be done with it or with those that were chosen. */
export function Inbox({ list, busy, nothing }: Props) {
  const desk = useDesk(list, busy)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const keys = useSwitch('offing-inbox-keys')
  useInboxKeys(keys.on, { ...keysOf(desk), '?': () => setHelpOpen((now) => !now) })
  const { shown, triage } = desk
  return (
    <>
      <InboxHelp isOpen={isHelpOpen} onToggle={setHelpOpen} keys={keys} />
      {triage.isUnconfirmed && <NotConfirmed />}
      <UndoBar said={triage.said} refused={triage.refused} onUndo={() => void desk.undo()} />
      {list.items.length === 0 && !shown ? (
        nothing
      ) : (
        <div className="offing-inbox">
          <ListSide list={list} busy={busy} desk={desk} />
          <div>
            <OpenPanel desk={desk} keysOn={keys.on} />
            {shown && (
              <SignalView signal={shown} onLink={desk.isOpen ? (technology) => desk.open('link', technology) : null}>
                {desk.may && desk.chosen.length === 0 && desk.panel === null && (
                  <Acts
                    signal={shown}
                    onLink={() => desk.open('link')}
                    onStart={desk.mayStart ? desk.start : null}
                    onDismiss={() => desk.open('dismiss')}
                    onAct={(act, words) => void desk.run([shown], act, words)}
                  />
                )}
              </SignalView>
            )}
          </div>
        </div>
      )}
    </>
  )
}

function ListSide({ list, busy, desk }: Pick<Props, 'list' | 'busy'> & { desk: Desk }) {
  const { may, shown, chosen } = desk
  return (
    <div>
      {may && (
        <ChosenBar
          items={list.items}
          chosen={chosen}
          onChoose={desk.choose}
          onLink={() => desk.open('link')}
          onDismiss={() => desk.open('dismiss')}
          onTake={desk.take}
        />
      )}
      <InboxList
        list={list}
        shown={shown?.id}
        chosen={chosen.map(({ id }) => id)}
        onToggle={may ? desk.toggle : null}
        busy={busy}
      />
    </div>
  )
}

function OpenPanel({ desk, keysOn }: { desk: Desk; keysOn: boolean }) {
  const { panel, triage } = desk
  if (panel === null) return null
  const { kind, signals, technology } = panel
  return kind === 'link' ? (
    <LinkPanel
      key={technology}
      signals={signals}
      technology={technology}
      triage={triage}
      onDone={() => desk.leave(signals)}
      onCancel={desk.close}
    />
  ) : (
    <DismissPanel
      signals={signals}
      keysOn={keysOn}
      onDismiss={(act, words) => void desk.run(signals, act, words)}
      onCancel={desk.close}
    />
  )
}
