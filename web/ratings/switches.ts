import { useSwitch } from '../shared/use-switch.ts'

/** Whether single keys answer. */
export const useKeysSwitch = () => useSwitch('offing-answer-keys')

/** Whether the page goes on to the next item by itself once an item is answered. */
export const useAdvanceSwitch = () => useSwitch('offing-answer-advance')
