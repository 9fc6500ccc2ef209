import { editionName } from '../../editions/names.ts'
import { groupsOf, type TakenEdition, textsById } from '../taken-edition.ts'
import { html } from './html.ts'
import { boardMatters, changes, groupHeading, groupTable, head, methodAndProof, otherLists, radar } from './sections.ts'
import { pageStyle } from './style.ts'
import { technologyDetails } from './technology.ts'

const contents = [
  ['radar', 'The radar'],
  ['list', 'The list, in groups'],
  ['technologies', 'Each technology'],
  ['recommendations', 'Recommendations'],
  ['gaps', 'Known gaps'],
  ['method', 'Method'],
] as const

/**
 * An edition as one HTML file, in parts: it opens from a disk, needs no script, and asks nobody for anything. Its own policy allows nothing
 * but the style whose SHA-256 (base64) is given.
 */
export function* editionPage(taken: TakenEdition, styleDigest: string): Generator<string> {
  const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; img-src data:; base-uri 'none'; form-action 'none'`
  yield html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${editionName(taken.document.edition)}</title>
`.text
  yield `<style>${pageStyle}</style></head><body>\n`
  yield html`<a class="skip" href="#main">Skip to the list</a>`.text
  yield head(taken).text
  const links = contents.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)
  yield html`<nav aria-label="Contents"><ul>${links}</ul></nav><main id="main">`.text
  yield radar(taken).text
  yield changes(taken).text
  yield html`<section id="list">${groupHeading(taken)}`.text
  const groups = groupsOf(taken)
  for (const group of groups) yield groupTable(group).text
  yield '</section>'
  yield boardMatters(taken).text
  yield html`<section id="technologies"><h2>Each technology</h2><p>Press a name to open it.</p>`.text
  const texts = textsById(taken.document)
  for (const { rows } of groups) for (const one of rows) yield technologyDetails(one, texts.get(one.row.id), taken).text
  yield '</section>'
  yield otherLists(taken).text
  yield methodAndProof(taken).text
  yield '</main></body></html>\n'
}
