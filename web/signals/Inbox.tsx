import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Signal, SignalList, TriageAct } from '../../api/contract/signals.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
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
import { useInboxKeys } from './use-inbox-keys.ts'
import { useShown } from './use-shown.ts'
import { useTriage } from './use-triage.ts'
import { namesOf } from './words.ts'

interface Props {
  list: SignalList
  busy: boolean
  nothing: ReactNode
}

/** A panel that is open: what is about to be done, and with which technology it begins. */
type Panel = { kind: 'link'; technology: string } | { kind: 'dismiss' } | null

/** The list on the left, the signal that is shown on the right, and what can be done with it or with those that were chosen. */
export function Inbox({ list, busy, nothing }: Props) {
  const may = useMay('signals.write')
  const mayStart = useMay('technologies.write')
  const { account } = useAccount()
  const navigate = useNavigate()
  const { shown, step, goPast, show } = useShown(list.items)
  const [chosenIds, setChosen] = useState<readonly string[]>([])
  const chosen = list.items.filter(({ id }) => chosenIds.includes(id))
  const [panel, setPanel] = useState<Panel>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const keysOn = useSwitch('offing-inbox-keys')
  const triage = useTriage()

  const targets = chosen.length > 0 ? chosen : shown ? [shown] : []
  const isOpen = may && targets.length > 0
  const leave = () => {
    setPanel(null)
    setChosen([])
    goPast(targets)
  }
  const run = async (act: TriageAct, words: string, stays = false) => {
    if (triage.sending || !(await triage.run(targets, act, words))) return
    if (!stays) leave()
  }
  const open = (next: Panel) => () => setPanel(next)
  const toggle = ({ id }: Signal) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  const undo = async () => {
    if (triage.sending) return
    const [first] = await triage.undo()
    if (first) show(first.id)
  }
  const start = () => shown && navigate(withQuery(pages.enterTechnology, { signal: shown.id }))
  const take = () => void run({ kind: 'assign', owner: account.id }, `${namesOf(targets)}: taken over.`, true)

  useInboxKeys(keysOn.on, {
    j: () => step(1),
    k: () => step(-1),
    x: may && shown ? () => toggle(shown) : null,
    l: isOpen ? open({ kind: 'link', technology: '' }) : null,
    d: isOpen ? open({ kind: 'dismiss' }) : null,
    n: isOpen && mayStart && chosen.length === 0 && shown?.state === 'unread' ? start : null,
    t: isOpen ? take : null,
    u: triage.said && triage.said.undo.length > 0 ? () => void undo() : null,
    '?': () => setHelpOpen((now) => !now),
    Escape: panel ? open(null) : null,
  })

  return (
    <>
      <InboxHelp isOpen={isHelpOpen} onToggle={setHelpOpen} keys={keysOn} />
      {triage.isUnconfirmed && <NotConfirmed />}
      <UndoBar said={triage.said} refused={triage.refused} onUndo={() => void undo()} />
      {list.items.length === 0 && !shown ? (
        nothing
      ) : (
        <div className="offing-inbox">
          <div>
            {may && (
              <ChosenBar
                items={list.items}
                chosen={chosen}
                onChoose={(all) => setChosen(all.map(({ id }) => id))}
                onLink={open({ kind: 'link', technology: '' })}
                onDismiss={open({ kind: 'dismiss' })}
                onTake={take}
              />
            )}
            <InboxList list={list} shown={shown?.id} chosen={chosenIds} onToggle={may ? toggle : null} busy={busy} />
          </div>
          <div>
            {panel?.kind === 'link' && isOpen && (
              <LinkPanel
                key={targets.map(({ id }) => id).join()}
                signals={targets}
                technology={panel.technology}
                triage={triage}
                onDone={leave}
                onCancel={open(null)}
              />
            )}
            {panel?.kind === 'dismiss' && isOpen && (
              <DismissPanel signals={targets} keysOn={keysOn.on} onDismiss={run} onCancel={open(null)} />
            )}
            {shown && (
              <SignalView
                signal={shown}
                onLink={isOpen ? (technology) => setPanel({ kind: 'link', technology }) : null}
              >
                {may && chosen.length === 0 && panel === null && (
                  <Acts
                    signal={shown}
                    onLink={open({ kind: 'link', technology: '' })}
                    onStart={mayStart ? start : null}
                    onDismiss={open({ kind: 'dismiss' })}
                    onAct={(act, words) => void run(act, words, act.kind === 'assign')}
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
