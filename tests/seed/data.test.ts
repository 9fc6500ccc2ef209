import { describe, expect, it } from '@jest/globals'
import { ReviewRequest } from '../../api/contract/reviews.ts'
import { EnterTechnologyRequest, Kind } from '../../api/contract/technologies.ts'
import { readPolicyFrames, readReviews, readTaxonomy, readTechnologies } from '../../seed/data.ts'

const { categories, groupings, specialisms } = readTaxonomy()
const technologies = readTechnologies()
const frames = readPolicyFrames()

const slugsOf = (records: { slug: string }[]) => records.map(({ slug }) => slug)
const evidence = technologies.flatMap((technology) => technology.evidence)

describe('the reference data', () => {
  it('hold 62 specialisms in four groupings, 101 technologies in twelve categories and 23 items in five frames', () => {
    expect([groupings.length, specialisms.length]).toEqual([4, 62])
    expect([categories.length, technologies.length, evidence.length]).toEqual([12, 101, 179])
    expect([frames.length, frames.flatMap(({ items }) => items).length]).toEqual([5, 23])
  })

  it('mark the 30 specialisms of the present training programme', () => {
    expect(specialisms.filter(({ current }) => current)).toHaveLength(30)
  })

  it.each([
    ['groupings', groupings],
    ['specialisms', specialisms],
    ['categories', categories],
    ['technologies', technologies],
    ['frames', frames],
  ])('give each of the %s an address of its own', (_, records) => {
    expect(new Set(slugsOf(records)).size).toBe(records.length)
  })

  it('refer only to what they hold', () => {
    for (const { grouping, overlapsWith } of specialisms) {
      expect(slugsOf(groupings)).toContain(grouping)
      expect(slugsOf(specialisms)).toEqual(expect.arrayContaining(overlapsWith))
    }
    for (const { category, specialisms: affected } of technologies) {
      expect(slugsOf(categories)).toContain(category)
      expect(slugsOf(specialisms)).toEqual(expect.arrayContaining(affected))
    }
  })

  it('let each technology affect a specialism of the present training programme', () => {
    const current = new Set(slugsOf(specialisms.filter((specialism) => specialism.current)))
    expect(technologies.filter((technology) => !technology.specialisms.some((slug) => current.has(slug)))).toEqual([])
  })

  it.each(categories)('give the category $name a kind', ({ kind }) => {
    expect(Kind.options).toContain(kind)
  })

  it.each(technologies)(
    'can be entered as they stand: $name',
    ({ slug: _, illustrativeReadiness, illustrativeYear, ...it }) => {
      const request = { ...it, readiness: illustrativeReadiness, readinessBasis: 'illustrative' }
      expect(EnterTechnologyRequest.parse(request)).toMatchObject(request)
      expect(illustrativeYear).toBeGreaterThanOrEqual(2026)
    },
  )

  it('name a source for every fact, and a day of retrieval where the source shows no date', () => {
    for (const { date, retrievedOn, sourceTitle, sourcePublisher } of evidence) {
      expect([date === null, retrievedOn === null]).toContain(true)
      expect([sourceTitle, sourcePublisher]).not.toContain('')
    }
  })

  it('hold no address that only its collector could open', () => {
    const addresses = evidence.flatMap(({ sourceUrl }) => (sourceUrl === null ? [] : [sourceUrl]))
    for (const address of addresses) expect(address).toMatch(/^https?:\/\//)
    expect(JSON.stringify({ specialisms, technologies, frames })).not.toMatch(/seed[: ]\d/i)
  })
})

describe('the made-up reviews', () => {
  const reviews = readReviews()

  it('are of technologies that may affect their specialism, which the demonstration’s scan holds', () => {
    for (const { technology, specialism } of reviews) {
      const found = technologies.find(({ slug }) => slug === technology)
      const held = specialisms.find(({ slug }) => slug === specialism)
      expect({
        technology,
        specialism,
        isAsked: found?.specialisms.includes(specialism),
        current: held?.current,
      }).toEqual({ technology, specialism, isAsked: true, current: true })
    }
  })

  it('fit what a review may say, one for each technology and specialism, all but one signed', () => {
    for (const { technology: _, specialism: __, state: ___, ...content } of reviews)
      expect(ReviewRequest.parse(content)).toEqual(content)
    expect(new Set(reviews.map(({ technology, specialism }) => `${technology} ${specialism}`)).size).toBe(
      reviews.length,
    )
    expect(reviews.filter(({ state }) => state === 'draft')).toHaveLength(1)
  })
})
