import type { FrozenTechnology } from '../../contract/editions.ts'
import { whyHere } from '../../radar/why.ts'
import { dateLabel } from '../../ranking/words.ts'
import { type ReviewContent, reviewFields } from '../../reviews/review.ts'
import { fieldInWords, fieldLabels } from '../../reviews/words.ts'
import {
  type Group,
  newestFirst,
  rangeLabel,
  sourceLabel,
  type TakenEdition,
  webAddress,
  yearsLabel,
} from '../taken-edition.ts'
import { type Html, html, paragraphs } from './html.ts'

/** A ranked technology to open: what it would change, why it is there, its evidence and signed reviews. */
export function technologyDetails(
  { row, range }: Group['rows'][number],
  texts: FrozenTechnology | undefined,
  { document }: TakenEdition,
): Html {
  const { lens, answered } = document.ranking
  const place = range ? ` Its place could be anywhere from ${rangeLabel(range)} (9 chances in 10).` : ''
  return html`<details id="technology-${row.slug}"><summary>${row.place}. ${row.name}</summary>
${texts ? paragraphs(texts.wouldChange || texts.description) : ''}
<h4>Why is it here?</h4>
<p>${whyHere(row, lens, answered.ofSpecialisms)}${place} Expected ${yearsLabel(row)}.</p>
${texts ? evidenceOf(texts) : ''}${texts ? reviewsOf(texts) : ''}</details>
`
}

function evidenceOf({ evidence }: FrozenTechnology): Html {
  if (evidence.length === 0) return html`<h4>Evidence</h4><p>None is recorded.</p>`
  const items = newestFirst(evidence).map(
    (one) =>
      html`<li>${one.text} <span class="quiet">${one.date ? `${dateLabel(one.date)}. ` : ''}${sourceLabel(one)}</span>${address(one.sourceUrl)}</li>
`,
  )
  return html`<h4>Evidence</h4><ul>${items}</ul>`
}

/** The address stands as it is, so that it can be read on paper. */
function address(sourceUrl: string | null): Html {
  const safe = webAddress(sourceUrl)
  if (safe) return html`<br><a href="${safe}" rel="noreferrer">${safe}</a>`
  return sourceUrl ? html`<br>${sourceUrl}` : html``
}

function reviewsOf({ reviews }: FrozenTechnology): Html {
  if (reviews.length === 0) return html``
  return html`<h4>What specialisms say</h4>${reviews.map(reviewOf)}`
}

function reviewOf({
  specialism,
  content,
  signedBy,
  signedAt,
  illustrative,
}: FrozenTechnology['reviews'][number]): Html {
  const review = content as unknown as ReviewContent
  const fields = reviewFields.flatMap((field) => {
    const text = fieldInWords(review, field)
    return text ? [html`<dt>${fieldLabels[field]}</dt><dd>${text}</dd>`] : []
  })
  const by = signedBy ? ` by ${signedBy}` : ''
  return html`<h4>${specialism.name}</h4><p class="quiet">Signed${by} on ${dateLabel(signedAt)}.${illustrative ? ' Made up for the demonstration.' : ''}</p><dl>${fields}</dl>`
}
