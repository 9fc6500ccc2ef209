import { useState } from 'react'
import { useNavigate } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Signal, SignalList, TriageAct } from '../../api/contract/signals.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { signalHeading } from './SignalView.tsx'
import type { Keys } from './use-inbox-keys.ts'
import { useShown } from './use-shown.ts'
import { useTriage } from './use-triage.ts'
import { namesOf } from './words.ts'

/** A panel that is open: what is about to be done, with which signals as they were then, and with which technology it begins. */
interface Panel {
  kind: 'link' | 'dismiss'
  signals: readonly Signal[]
  technology: string
}

/** What lies before somebody who deals with signals: the one that is shown, those that were chosen, what is open, and every act. */
export function useDesk({ items }: SignalList, busy: boolean) {
  const may = useMay('signals.write')
  const mayStart = useMay('technologies.write')
  const { account } = useAccount()
  const navigate = useNavigate()
  const { shown, step, goPast, show } = useShown(items, busy)
  const [chosenIds, setChosen] = useState<readonly string[]>([])
  const [panel, setPanel] = useState<Panel | null>(null)
  const triage = useTriage()
  const chosen = items.filter(({ id }) => chosenIds.includes(id))
  const targets = chosen.length > 0 ? chosen : shown ? [shown] : []

  const open = (kind: Panel['kind'], technology = '') => setPanel({ kind, signals: targets, technology })
  const close = () => {
    setPanel(null)
    // The panel goes, and the focus with it.
    document.getElementById(signalHeading)?.focus()
  }
  const leave = (signals: readonly Signal[]) => {
    setPanel(null)
    setChosen([])
    goPast(signals)
  }
  const run = async (signals: readonly Signal[], act: TriageAct, words: string) => {
    if (triage.sending) return
    const ended = await triage.run(signals, act, words)
    if (ended === 'saved' && act.kind !== 'assign') leave(signals)
    if (ended === 'refused') close()
  }
  const undo = async () => {
    if (triage.sending) return
    const [first] = await triage.undo()
    if (first) show(first.id)
  }
  const choose = (signals: readonly Signal[]) => setChosen(signals.map(({ id }) => id))
  const toggle = (signal: Signal) =>
    choose(chosen.includes(signal) ? chosen.filter((one) => one !== signal) : [...chosen, signal])
  const take = () => void run(targets, { kind: 'assign', owner: account.id }, `${namesOf(targets)}: taken over.`)
  const start = () => shown && navigate(withQuery(pages.enterTechnology, { signal: shown.id }))

  return {
    ...{ may, mayStart, shown, chosen, panel, triage, step },
    ...{ open, close, leave, run, undo, choose, toggle, take, start },
    isOpen: may && targets.length > 0,
  }
}

export type Desk = ReturnType<typeof useDesk>

/** What each key does; while something is being entered, only what belongs to it. */
export function keysOf(desk: Desk): Keys {
  const { panel, shown, chosen, may, mayStart, isOpen, triage } = desk
  if (panel) return { Escape: desk.close }
  return {
    j: () => desk.step(1),
    k: () => desk.step(-1),
    x: may && shown ? () => desk.toggle(shown) : null,
    l: isOpen ? () => desk.open('link') : null,
    d: isOpen ? () => desk.open('dismiss') : null,
    n: mayStart && isOpen && chosen.length === 0 && shown?.state === 'unread' ? desk.start : null,
    t: isOpen ? desk.take : null,
    u: triage.said && triage.said.undo.length > 0 ? () => void desk.undo() : null,
  }
}
