import { editionName, gapNames, purposeNames, standingOf } from '../../editions/names.ts'
import { radarPicture } from '../../radar/svg.ts'
import { methodInWords } from '../../ranking/method-words.ts'
import { dateLabel, listed, listMeanings, listNames, missingWords, ordinal, whatItIsNot } from '../../ranking/words.ts'
import { criteria } from '../../scans/method.ts'
import { criterionNames } from '../../scans/names.ts'
import { demonstrationWords, sureness, whoAnswered } from '../about.ts'
import { changesInWords } from '../changes.ts'
import { type Group, rangeLabel, type TakenEdition, yearsLabel } from '../taken-edition.ts'
import { Html, html, paragraphs } from './html.ts'

/** Technologies on the radar: as many as the page opens with. */
const onRadar = 25

export function head({ document }: TakenEdition): Html {
  const { edition, ranking } = document
  const { scan, approval } = edition
  return html`<header><p class="caption">${purposeNames[edition.purpose]}</p><h1>${editionName(edition)}</h1>
<p class="notice"><strong>${standingOf(edition)}</strong></p>
<p>${scan.name}, ${scan.startYear} to ${scan.endYear}, as of round ${edition.round}. ${approval ? `Approved by ${approval.by}, at ${approval.meeting}, on ${dateLabel(approval.on)}.` : 'Nobody has approved it yet.'}</p>
${paragraphs(edition.note)}
<p><strong>${whoAnswered(ranking.answered)}</strong> Not heard from: ${listed(ranking.answered.notHeardFrom) || 'no specialism'}.</p>
<p class="notice">${whatItIsNot}</p>
${ranking.demonstration ? html`<p class="notice"><strong>Demonstration.</strong> ${demonstrationWords}</p>` : ''}</header>
`
}

/** The picture is made by the rules of the radar, which escape all text. */
export function radar({ document }: TakenEdition): Html {
  const { ranking, ranked } = document
  if (ranked.length === 0) return html`<section id="radar"><h2>The radar</h2><p>Nothing is ranked yet.</p></section>`
  const technologies = ranked.slice(0, onRadar)
  const picture = radarPicture(
    { technologies, categories: ranking.categories, bands: ranking.bands, width: 800 },
    {
      title: `Radar of the first ${technologies.length} of ${ranked.length} technologies`,
      description: 'Distance from the centre is the year expected; the number is the place in the list below.',
      startYear: ranking.scan.startYear,
    },
  )
  return html`<section id="radar"><h2>The radar: the first ${technologies.length} of ${ranked.length}</h2>
<p>Further out is later; “now” is in the middle. The number is the place in the list below. A larger mark is a larger change. Left or right within a slice means nothing.</p>
${new Html(picture)}</section>
`
}

export function groupHeading(taken: TakenEdition): Html {
  return html`<h2>The list, in groups</h2><p>${sureness(taken.certainty)} The order within a group is by change score.</p>`
}

export function groupTable({ number, rows }: Group): Html {
  const body = rows.map(
    ({ row, range }) =>
      html`<tr><td>${ordinal(row.place)}</td><td>${rangeLabel(range) || 'not known'}</td><th scope="row"><a href="#technology-${row.slug}">${row.name}</a></th><td>${Math.round(row.score)}</td><td>${yearsLabel(row)}</td></tr>
`,
  )
  return html`<div class="wide"><table>${number === null ? '' : html`<caption><h3>Group ${number}</h3></caption>`}<thead><tr><th scope="col">Place</th><th scope="col">Could be</th><th scope="col">Technology</th><th scope="col">Change score</th><th scope="col">Expected</th></tr></thead><tbody>
${body}</tbody></table></div>
`
}

export function changes({ comparison }: TakenEdition): Html {
  const said = changesInWords(comparison)
  if (!said) return html``
  return html`<section id="changes"><h2>${said.title}</h2><ul>${said.lines.map((line) => html`<li>${line}</li>`)}</ul></section>
`
}

export function boardMatters({ document: { edition } }: TakenEdition): Html {
  const { recommendations, gaps, decision } = edition
  const items = recommendations.map(
    ({ text, technologies, owner, by }) =>
      html`<li>${paragraphs(text)}<p class="quiet">${listed(technologies.map(({ name }) => name))}. ${owner}, by ${dateLabel(by)}.</p></li>`,
  )
  const known = Object.entries(gapNames).map(([key, name]) => {
    const gap = gaps[key as keyof typeof gaps]
    const said = gap === null ? 'Nobody has said yet.' : gap.assessed ? gap.text : `Not assessed. ${gap.text}`
    return html`<dt>${name}</dt><dd>${said}</dd>`
  })
  const decided = decision
    ? html`${paragraphs(decision.text)}<p class="quiet">${decision.meeting}, ${dateLabel(decision.on)}.</p>`
    : html`<p>No decision is recorded in this file.</p>`
  return html`<section id="recommendations"><h2>Recommendations</h2>${items.length > 0 ? html`<ol>${items}</ol>` : html`<p>None are made.</p>`}</section>
<section id="gaps"><h2>Known gaps</h2><dl>${known}</dl></section>
<section id="decision"><h2>Decision</h2>${decided}</section>
`
}

export function otherLists({ document: { others } }: TakenEdition): Html {
  const lists = Object.entries(others).map(([name, rows]) => {
    const list = name as keyof typeof others
    const items = rows.map(({ name: technology, missing }) => {
      const why = missing.map((one) => missingWords[one]).join('; ')
      return html`<li>${technology}${why ? ` (${why})` : ''}</li>`
    })
    return html`<details><summary>${listNames[list]}: ${rows.length}</summary><p>${listMeanings[list]}</p><ul>${items}</ul></details>
`
  })
  return html`<section id="others"><h2>Not in the list</h2>${lists}</section>
`
}

export function methodAndProof({ document: { edition, ranking } }: TakenEdition): Html {
  const weights = criteria.map(
    (one) =>
      html`<tr><th scope="row">${criterionNames[one]}</th><td>${Math.round(100 * ranking.shares[one])} %</td></tr>`,
  )
  const { proof } = edition
  return html`<section id="method"><h2>Method</h2><p>${methodInWords(ranking)}</p><table><thead><tr><th scope="col">Criterion</th><th scope="col">Weight</th></tr></thead><tbody>${weights}</tbody></table></section>
<section id="proof"><h2>Proof</h2>${
    proof
      ? html`<dl><dt>Digest of the edition</dt><dd>${proof.digest}</dd><dt>Rows it covers</dt><dd>${proof.rows}</dd><dt>Version of the arithmetic</dt><dd>${proof.arithmeticVersion}</dd><dt>Head of the audit trail</dt><dd>${proof.auditHead}</dd></dl><p class="quiet">Whoever runs the registry can check these with its verify command.</p>`
      : html`<p>A draft has none.</p>`
  }</section>
`
}
