import { describe, expect, it } from '@jest/globals'
import { wordMarks } from '../../api/technologies/history/word-marks.ts'

const inShort = (before: string, after: string) =>
  wordMarks(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

describe('the words that changed in a text', () => {
  it.each([
    ['the same', 'the same', 'the same'],
    ['It measures the heart.', 'It measures the whole heart.', 'It measures the [+whole +]heart.'],
    ['one two three', 'one three', 'one [-two -]three'],
    ['one two', 'one six', 'one [-two-][+six+]'],
    ['ends here', 'ends here and on', 'ends here [+and on+]'],
    ['', 'new', '[+new+]'],
    ['gone', '', '[-gone-]'],
    ['', '', ''],
    ['two\n\nlines', 'two lines', 'two lines'],
  ])('are marked from %j to %j', (before, after, marked) => {
    expect(inShort(before, after)).toBe(marked)
  })

  it('leave the later text whole', () => {
    const after = 'What it is now, with  two spaces\nand a line.'
    const kept = wordMarks('What it was, with two spaces and a line.', after).filter(({ kind }) => kind !== 'gone')
    expect(kept.map(({ text }) => text).join('')).toBe(after)
  })

  it('are not looked for in texts of a size that nobody reads', () => {
    const long = 'word '.repeat(2000)
    expect(wordMarks(long, `${long}more`)).toHaveLength(2)
  })
})
