import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import { type Review, ReviewRequest, type ReviewVersion } from '../../api/contract/reviews.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { emptyReview } from '../../api/reviews/review.ts'
import { useAccount } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { draftOf, keepDraft } from '../shared/drafts.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { type Clash, merge } from '../shared/merge.ts'
import { useFormDraft } from '../shared/use-form-draft.ts'
import { checkWith } from '../technologies/resolver.ts'
import { PanelBeside } from './PanelBeside.tsx'
import { type ReviewReference, reviewKeys } from './queries.ts'
import { ReviewClashes } from './ReviewClashes.tsx'
import { ReviewFieldsets } from './ReviewFieldsets.tsx'
import { fieldsOf, type ReviewFields, reviewDraft, reviewRequest, reviewWords, typedBefore } from './review-fields.ts'
import { SignReview } from './SignReview.tsx'
import { StateOfReview, stateOfReview } from './StateOfReview.tsx'

interface Props {
  /** Null where nothing is written yet. */
  read: Tagged<Review> | null
  scan: Scan
  reference: ReviewReference
}

interface Seen {
  tag: string
  start: ReviewFields
}

interface Decision {
  clashes: Clash<ReviewFields>[]
  taken: (keyof ReviewFields)[]
}

const check = checkWith(ReviewRequest, reviewRequest, reviewWords)
const startOf = (review: Review | null) => fieldsOf(review?.present ?? emptyReview)
const tagOf = ({ version }: { version: number }) => `"${version}"`

/** Writes a review: saved as a draft as often as one likes, and signed when it stands. */
export function ReviewForm({ read, scan, reference }: Props) {
  const key = reviewDraft(useAccount().account.id, { ...reference })
  const [seen, setSeen] = useSeen(key, { tag: read ? tagOf(read.value) : 'new', start: startOf(read?.value ?? null) })
  const [decision, setDecision] = useState<Decision | null>(null)
  const [said, setSaid] = useState('')
  const form = useForm({ defaultValues: typedBefore(key) ?? seen.start, resolver: check, shouldFocusError: false })
  const { letGo, unsaved } = useFormDraft(key, form, seen.start)
  const refresh = useRefresh()

  const saved = (review: Review, words: string) => {
    letGo()
    const start = fieldsOf(review.present)
    form.reset(start)
    setSeen({ tag: tagOf(review), start })
    setDecision(null)
    setSaid(words)
    return refresh()
  }
  const conflict = (current: unknown) => {
    const there = current as ReviewVersion
    const { merged, ...rest } = merge(seen.start, form.getValues(), fieldsOf(there))
    form.reset(merged, { keepDefaultValues: true })
    setSeen({ tag: tagOf(there), start: fieldsOf(there) })
    setDecision(rest)
    setSaid('')
  }
  const take = ({ field, there }: Clash<ReviewFields>) => {
    form.setValue(field, there as never, { shouldDirty: true })
    setDecision((now) => now && { ...now, clashes: now.clashes.filter((one) => one.field !== field) })
  }
  return (
    <>
      <StateOfReview review={read?.value ?? null} />
      {decision && <ReviewClashes {...decision} onTake={take} />}
      <Form
        form={form}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.review, { ...reference }),
          body: reviewRequest(fields),
          tag: seen.tag,
        })}
        onSaved={(review: Review) => void saved(review, `Saved as a draft, version ${review.version}.`)}
        onConflict={conflict}
      >
        <ReviewFieldsets scan={scan} beside={<PanelBeside scan={scan} reference={reference} />} />
        <div className="offing-row offing-review__end">
          <SubmitButton>Save the draft</SubmitButton>
          <span role="status">{unsaved ? 'Not saved yet.' : said}</span>
        </div>
      </Form>
      {read && (
        <SignReview
          reference={reference}
          review={read.value}
          tag={seen.tag}
          unsaved={unsaved}
          onSigned={(review) =>
            void saved(review, 'Signed.').then(() => document.getElementById(stateOfReview)?.focus())
          }
        />
      )}
    </>
  )
}

/**
 * The version that what is typed builds on. It is kept with what was typed, so that coming back to it later does not take a
 * version for seen that another lead has saved meanwhile.
 */
function useSeen(key: string, present: Seen) {
  const kept = `${key} seen`
  const [seen, setSeen] = useState(() => (typedBefore(key) && draftOf<Seen>(kept)) || present)
  useEffect(() => keepDraft(kept, seen), [kept, seen])
  return [seen, setSeen] as const
}

/** What is made from reviews is out of date once one is saved. */
function useRefresh() {
  const client = useQueryClient()
  return () => {
    const changed: string[] = Object.values(reviewKeys)
    return client.invalidateQueries({ predicate: ({ queryKey: [first] }) => changed.includes(String(first)) })
  }
}
