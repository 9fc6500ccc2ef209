import { editionName, gapNames, purposeNames, standingOf } from '../../editions/names.ts'
import { methodInWords } from '../../ranking/method-words.ts'
import { dateLabel, listed, scoreMeans, whatItIsNot } from '../../ranking/words.ts'
import { demonstrationWords, sureness, whoAnswered } from '../about.ts'
import { changesInWords } from '../changes.ts'
import { groupsOf, type TakenEdition, textsById } from '../taken-edition.ts'
import { listSlides } from './lists.ts'
import { fitted } from './measure.ts'
import { radarSlide } from './radar-slide.ts'
import { body, type Deck, type Item, type Slide } from './slide.ts'
import { tableSlides } from './table-slides.ts'
import { technologySlide } from './technology-slide.ts'

/** Technologies with a slide of their own. */
const topTechnologies = 10

/** An edition as slides for a board: every text can be changed, the radar and the charts are native. */
export function boardPack(taken: TakenEdition): Deck {
  const { document, comparison } = taken
  const changes = changesInWords(comparison)
  const texts = textsById(document)
  const top = groupsOf(taken)
    .flatMap(({ rows }) => rows)
    .slice(0, topTechnologies)
  return {
    title: editionName(document.edition),
    footer: `${fitted(editionName(document.edition), { x: 0, y: 0, w: 3.2, h: 0.2 }, [9]).text} · ${whatItIsNot}`,
    slides: [
      titleSlide(taken),
      ...listSlides('Who answered, and what this is not', whoLines(taken), ''),
      radarSlide(taken),
      ...tableSlides(taken),
      ...(changes ? listSlides(changes.title, changes.lines, '') : []),
      ...listSlides('Recommendations', recommendationLines(taken), 'None are made.'),
      ...listSlides('Known gaps', gapLines(taken), ''),
      ...top.map((one) => technologySlide(one, texts.get(one.row.id), taken)),
      ...listSlides('How the order was made', methodLines(taken), ''),
    ],
  }
}

function titleSlide({ document: { edition, ranking } }: TakenEdition): Slide {
  const { scan, approval, purpose } = edition
  const text = (y: number, h: number, words: string, sizes: number[], bold = false): Item => ({
    kind: 'text',
    box: { ...body, y, h },
    ...fitted(words, { ...body, y, w: body.w - 0.3, h }, sizes),
    bold,
  })
  const approved = approval
    ? `Approved by ${approval.by}, at ${approval.meeting}, on ${dateLabel(approval.on)}`
    : 'Not approved: draft for the board'
  return {
    title: '',
    items: [
      text(0.9, 0.5, purposeNames[purpose], [22]),
      text(1.5, 1.9, editionName(edition), [40, 34, 28, 22], true),
      text(3.5, 0.8, standingOf(edition), [20, 16, 14]),
      text(4.4, 0.6, approved, [18, 14, 12]),
      text(5.0, 0.5, `${scan.name}, ${scan.startYear} to ${scan.endYear}, as of round ${edition.round}`, [16, 12]),
      text(5.6, 1, ranking.demonstration ? `Demonstration. ${demonstrationWords}` : '', [16, 14]),
    ],
  }
}

function whoLines({ document: { ranking }, certainty }: TakenEdition): string[] {
  const { answered } = ranking
  return [
    whoAnswered(answered),
    `Not heard from: ${listed(answered.notHeardFrom) || 'no specialism'}.`,
    whatItIsNot,
    `Change score: ${scoreMeans}`,
    sureness(certainty),
  ]
}

function recommendationLines({ document: { edition } }: TakenEdition): string[] {
  return edition.recommendations.map(
    ({ text, technologies, owner, by }) =>
      `${text.trim()} (${listed(technologies.map(({ name }) => name))}. ${owner}, by ${dateLabel(by)}.)`,
  )
}

function gapLines({ document: { edition } }: TakenEdition): string[] {
  return Object.entries(gapNames).map(([key, name]) => {
    const gap = edition.gaps[key as keyof typeof gapNames]
    return `${name}: ${gap === null ? 'nobody has said yet.' : gap.assessed ? gap.text : `not assessed. ${gap.text}`}`
  })
}

function methodLines({ document: { ranking, edition } }: TakenEdition): string[] {
  const proof = edition.proof ? [`Digest of the edition: ${edition.proof.digest}`] : []
  return [...methodInWords(ranking).split(/(?<=\.) (?=[A-Z])/), ...proof]
}
