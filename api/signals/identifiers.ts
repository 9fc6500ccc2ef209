const patterns: readonly { pattern: RegExp; kind: string }[] = [
  { pattern: /\bNCT\d{8}\b/gi, kind: 'NCT' },
  { pattern: /\bISRCTN\d{8}\b/gi, kind: 'ISRCTN' },
  { pattern: /\b\d{4}-\d{6}-\d{2}(?:-\d{2})?\b/g, kind: 'EudraCT' },
  { pattern: /\bK\d{6}\b/g, kind: '510(k)' },
  { pattern: /\bDEN\d{6}\b/g, kind: 'De Novo' },
  { pattern: /\bP\d{6}\b/g, kind: 'PMA' },
  { pattern: /\bPMC\d{4,9}\b/g, kind: 'PMC' },
  { pattern: /\b(?:PMID:?\s{0,3}|pubmed\.ncbi\.nlm\.nih\.gov\/)\d{4,9}\b/gi, kind: 'PMID' },
  { pattern: /\b[A-Z]{2}\/[A-Z]\d{5,6}[A-Z]?\/\d\b/g, kind: 'UKRI' },
  { pattern: /\b10\.\d{4,9}\/[^\s"<>()[\]{},;]{1,200}/g, kind: 'DOI' },
]

/**
 * Registration numbers that stand in a text, each in one way of writing: trials (NCT, ISRCTN, EudraCT), FDA clearances and approvals (K, DEN and
 * P with six figures), grants (EP/X012345/1), papers (DOI in small letters, PMC, `PMID 123`).
 */
export function identifiersIn(text: string): string[] {
  // In an address the slash of a DOI may be escaped.
  const plainText = text.replaceAll(/%2f/gi, '/')
  const found = new Set<string>()
  for (const { pattern, kind } of patterns)
    for (const [written] of plainText.matchAll(pattern)) found.add(plain(written, kind))
  return [...found]
}

/** The same for numbers that a source names as such, with or without whose they are (`nct:`): one of a form not known here is taken as it is. */
export function plainIdentifiers(written: readonly string[]): string[] {
  return written.flatMap((one) => {
    const known = identifiersIn(one)
    return known.length > 0 ? known : [withoutPrefix(one).trim().toUpperCase()].filter(Boolean)
  })
}

function plain(written: string, kind: string): string {
  if (kind === 'DOI') return written.toLowerCase().replace(/[.:]+$/, '')
  if (kind === 'PMID') return `PMID ${/\d+$/.exec(written)![0]}`
  return written.toUpperCase()
}

/** A number as people write it: `nct:NCT01234567` is NCT01234567. */
export function withoutPrefix(identifier: string): string {
  return identifier.replace(/^(?:nct|isrctn|fda|ukri|doi|pmc):\s*/i, '')
}
