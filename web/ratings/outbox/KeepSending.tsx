import { useSending } from './use-outbox.ts'

/** Sends what waits, whatever page is on. */
export default function KeepSending() {
  useSending()
  return null
}
