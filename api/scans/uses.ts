/** What stands in the way of taking a specialism out of a scan, as a sentence's end; empty where nothing does. */
export function saidOfUses(uses: { panellists: number; technologies: number; reviews: number }): string {
  const { panellists, technologies, reviews } = uses
  const said = [
    panellists > 0 && `${counted(panellists, 'panel member answers', 'panel members answer')} for it`,
    technologies > 0 && `its rounds ask it about ${counted(technologies, 'technology', 'technologies')}`,
    reviews > 0 && `it has ${counted(reviews, 'review', 'reviews')}`,
  ].filter((part) => part !== false)
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
}

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
