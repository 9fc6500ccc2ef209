/**
 * What was typed and is not saved yet. It outlives the page that shows it, so that signing in again brings it back; it
 * goes with the tab, and with signing out, because it may hold answers that are nobody else's to read.
 */
const drafts = new Map<string, unknown>()

export const draftOf = <T>(key: string) => drafts.get(key) as T | undefined
export const keepDraft = (key: string, values: unknown) => void drafts.set(key, JSON.parse(JSON.stringify(values)))
export const dropDraft = (key: string) => void drafts.delete(key)
