import { describe, expect, it } from '@jest/globals'
import { feed } from '../../api/sources/connectors/feed.ts'
import { rssOf, sample } from '../support/source-site.ts'

const asked = { query: 'https://www.gov.uk/a.atom', since: '2026-01-01', cursor: null }
const read = (text: string) =>
  feed.read({ address: 'https://www.gov.uk/news/feed.xml', status: 200, headers: {}, text }, asked)

const rss = (items: string, version = '2.0') =>
  `<?xml version="1.0"?><rss version="${version}"><channel><title>News</title>${items}</channel></rss>`

describe('feeds as they were captured', () => {
  it('reads RSS 2.0, whose id need not be a link', () => {
    const { records, next } = read(sample('rss2-1.xml'))
    expect(next).toBeNull()
    expect(records[0]).toMatchObject({
      sourceRecord: '61640fa79cbf4600010d7933',
      title: 'Simpler plans for Element, on-premise and cloud!',
      webAddress: 'https://element.io/blog/simpler-plans-for-element-on-premise-and-cloud/',
      dated: '2021-10-11',
      datePrecision: 'day',
      organisation: 'Element Blog',
    })
    expect(records[0]!.text).toMatch(/^There’s now just two plans\./)
    expect(records[0]!.raw).toMatch(/^<item>[\s\S]*content:encoded[\s\S]*<\/item>$/)
  })

  it('reads RSS 1.0, whose items stand beside the channel, with the DOI of a preprint', () => {
    const [record] = read(sample('rss1-biorxiv-1.xml')).records
    expect(record).toMatchObject({
      sourceRecord: 'http://biorxiv.org/cgi/content/short/2023.12.16.571984v1?rss=1',
      webAddress: 'http://biorxiv.org/cgi/content/short/2023.12.16.571984v1?rss=1',
      dated: '2023-12-16',
      organisation: 'Cold Spring Harbor Laboratory',
      identifiers: ['doi:10.1101/2023.12.16.571984'],
    })
    expect(record!.title).toMatch(/^Complete genome of the Medicago/)
  })

  it('reads Atom, by its alternate link', () => {
    const [record] = read(sample('atom-1.xml')).records
    expect(record).toMatchObject({
      sourceRecord: 'tag:blogs.akamai.com,2019://2.3337',
      title: 'Time to Transfer Risk: Why Security Complexity & VPNs Are No Longer Sustainable',
      dated: '2019-07-30',
    })
    expect(record!.webAddress).toMatch(/^http:\/\/feedproxy\.google\.com/)
  })
})

describe('feeds with faults', () => {
  it('keeps the precision of a date, and no date at all where it cannot be read', () => {
    const dates: Record<string, string | null> = {
      'Tue, 15 Sep 2026 10:01:00 GMT': '2026-09-15',
      '15 September 2026': '2026-09-15',
      'Sep 16, 2026 5:39pm': '2026-09-16',
      '2026-09-15T23:30:00+01:00': '2026-09-15',
      '2026-09': '2026-09',
      '2026': '2026',
      'Tue, 09/15/2026 - 10:01': null,
      '31 Feb 2026': null,
      yesterday: null,
      '2026-13-01': null,
      '0026-01-01': null,
    }
    for (const [pubDate, dated] of Object.entries(dates)) {
      const { records, notes } = read(rssOf([{ guid: 'a', title: 'T', pubDate }]))
      expect([pubDate, records[0]!.dated]).toEqual([pubDate, dated])
      expect(notes).toHaveLength(dated === null ? 1 : 0)
    }
    expect(read(rssOf([{ guid: 'a', title: 'T' }])).notes).toEqual([])
  })

  it('is empty where a feed holds no items, and refused where there is no feed', () => {
    for (const empty of [rss(''), '<rss version="2.0"><channel/></rss>', '<feed xmlns="http://www.w3.org/2005/Atom"/>'])
      expect(read(empty)).toMatchObject({ records: [], notes: ['The feed holds no items.'] })
    for (const none of [
      '',
      'Hello',
      '<html><body>Sign in</body></html>',
      '{"version":"https://jsonfeed.org/version/1","title":"a","items":[]}',
    ])
      expect(() => read(none)).toThrow(/feed/)
  })

  it('reads RSS 0.91, an item without an id, and leaves out one without anything', () => {
    const items =
      '<item><title>One</title><link>/news/one</link></item><item></item><item><description>Only this.</description></item>'
    const { records, notes } = read(rss(items, '0.91'))
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ sourceRecord: '/news/one', webAddress: 'https://www.gov.uk/news/one' })
    expect(notes[0]).toMatch(/left out/)
  })

  it('takes no link that is not of the web', () => {
    const links = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://user:pw@www.gov.uk/',
      'https://x',
      'mailto:a@b.example',
    ]
    for (const link of links)
      expect(
        read(rss(`<item><guid isPermaLink="false">g</guid><title>T</title><link>${link}</link></item>`)).records[0]!
          .webAddress,
      ).toBeNull()
  })
})

describe('hostile feeds', () => {
  const titleOf = (title: string) => read(rss(`<item><guid>g</guid><title>${title}</title></item>`)).records[0]!.title

  it('leaves plain text of HTML and scripts, however they are wrapped', () => {
    expect(titleOf('&lt;script&gt;alert(1)&lt;/script&gt;Safe')).toBe('Safe')
    expect(titleOf('<![CDATA[<img src=x onerror=alert(1)>Safe <b>bold</b>]]>')).toBe('Safe bold')
    expect(titleOf('&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Safe')).toBe('Safe')
    expect(titleOf('p &amp;lt; 0.05 for &amp;lt;GENE&amp;gt; x')).toBe('p < 0.05 for <GENE> x')
    expect(titleOf('<![CDATA[a<!-- hidden -->b<style>x{}</style>c]]>')).toBe('ab c')
    expect(titleOf('<![CDATA[Open <script>never closed]]>')).toBe('Open')
  })

  it('takes out control characters, and what turns the direction of the text', () => {
    expect(titleOf('a&#x202e;b&#0;c&#7;d&#x2066;e')).toBe('ab�c de')
    expect(titleOf('cafe&#x301; &#xFFFF; x')).toBe('café x')
  })

  it('does not follow entities, its own or those of other files', () => {
    const item = rss('<item><guid>g</guid><title>&b;</title></item>').slice('<?xml version="1.0"?>'.length)
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${item}`
    expect(read(bomb).records[0]!.title).toBe('&b;')
    const outside = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY b SYSTEM "file:///etc/passwd">]>${item}`
    expect(() => read(outside)).toThrow('broken')
  })
})
