import { useEffect, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { draftOf, dropDraft, keepDraft } from '../drafts.ts'
import { type Clash, merge } from '../merge.ts'
import { useFormDraft } from '../use-form-draft.ts'

/** A version of what a form changes: the tag that a change of it must name, and its fields. */
export interface Version<F> {
  tag: string
  fields: F
}

/**
 * The version that what is typed builds on, and what becomes of it when somebody else has saved meanwhile: the two are merged, and
 * where they clash it is for the typist to decide (`Clashes`). Version and draft are kept together under `key`, so that coming back later
 * does not take a version for seen that was never shown. `form` must begin with `startOf(key, present)`.
 */
export function useVersion<F extends FieldValues>(key: string, form: UseFormReturn<F>, present: Version<F>) {
  const [seen, setSeen] = useState(() => (draftOf<F>(key) && draftOf<Version<F>>(seenKey(key))) || present)
  const [decision, setDecision] = useState<{ clashes: Clash<F>[]; taken: (keyof F & string)[] } | null>(null)
  const draft = useFormDraft(key, form, seen.fields)
  useEffect(() => keepDraft(seenKey(key), seen), [key, seen])

  const conflict = (there: Version<F>) => {
    const { merged, ...rest } = merge(seen.fields, form.getValues(), there.fields)
    form.reset(merged, { keepDefaultValues: true })
    setSeen(there)
    setDecision(rest)
  }
  const take = ({ field, there }: Clash<F>) => {
    form.setValue(field as never, there as never, { shouldDirty: true })
    setDecision((now) => now && { ...now, clashes: now.clashes.filter((one) => one.field !== field) })
  }
  const letGo = () => {
    draft.letGo()
    dropDraft(seenKey(key))
  }
  return { tag: seen.tag, decision, conflict, take, letGo }
}

const seenKey = (key: string) => `${key} seen`

/** What was typed before, say before the session ended; otherwise what is there. */
export const startOf = <F>(key: string, present: Version<F>): F => draftOf<F>(key) ?? present.fields
