import { link, paths } from '../../api/contract/paths.ts'
import type {
  Signal,
  SignalChoices,
  SignalList,
  SignalRecordList,
  SignalSuggestions,
} from '../../api/contract/signals.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'

/** Signals; `query` as the interface takes it. */
export const useSignals = (query: AddressChanges) =>
  useJson<SignalList>([keys.signals, 'list', query], withQuery(link(paths.signals, {}), query), { keep: true })

export const useSignal = (signal: string, enabled: boolean) =>
  useJson<Signal>([keys.signals, 'one', signal], link(paths.signal, { signal }), { enabled })

/** Of no signal, nothing is asked. */
export const useSuggestions = (signal: string | undefined) =>
  useJson<SignalSuggestions>(
    [keys.signals, 'suggestions', signal],
    link(paths.signalSuggestions, { signal: signal ?? '' }),
    { enabled: signal !== undefined },
  )

export const useRecords = (signal: string, enabled: boolean) =>
  useJson<SignalRecordList>([keys.signals, 'records', signal], link(paths.signalRecords, { signal }), { enabled })

export const useChoices = () => useJson<SignalChoices>([keys.signals, 'choices'], link(paths.signalChoices, {}))
