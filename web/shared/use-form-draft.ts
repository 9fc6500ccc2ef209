import { useCallback, useEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { dropDraft, keepDraft } from './drafts.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

/** Keeps what is typed into a form until it is saved or let go of, and asks before somebody leaves it. */
export function useFormDraft<V extends FieldValues>(key: string, form: UseFormReturn<V>, start: V) {
  const { watch } = form
  const unsaved = JSON.stringify(watch()) !== JSON.stringify(start)
  useEffect(() => {
    const { unsubscribe } = watch((values) => keepDraft(key, values))
    return unsubscribe
  }, [key, watch])
  const letGo = useCallback(() => dropDraft(key), [key])
  useLeaveGuard(unsaved, letGo)
  return { letGo, unsaved }
}
