import { type AttachmentMedia, endings, mediaOfName } from './media.ts'

const mostCharacters = 120

/**
 * A file's name as it is kept: without folders, line breaks, quotes, what turns the direction of text or means something to a file
 * system; it ends as its media type says, so that "invoice.pdf.exe" as a PDF becomes "invoice.pdf.exe.pdf".
 */
export function cleanName(name: string, media: AttachmentMedia): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1)!
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '')
    .replace(/["'`<>:|?*;%]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const ending = `.${endings[media]}`
  const stem = mediaOfName(plain) === media ? plain.slice(0, plain.lastIndexOf('.')) : plain
  const short = [...stem].slice(0, mostCharacters - ending.length).join('')
  return (short.replace(/[.\s]+$/, '') || 'file') + ending
}
