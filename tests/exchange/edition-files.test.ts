import { writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import { bytesOf } from '../support/files.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'
afterEach(closeTestRegistries)
describe('smoke', () => {
  it('writes', async () => {
    const { scanner } = await createTestRegistry({ demonstration: true })
    for (const f of ['edition.html', 'board-pack.pptx', 'radar/thoughtworks.csv', 'radar/thoughtworks.json', 'radar/aoe.json', 'radar/backstage.json']) {
      const t = performance.now()
      const bytes = await bytesOf(scanner.get(`/editions/2/${f}`))
      console.log(f, bytes.length, performance.now() - t)
      writeFileSync(`/tmp/shots/takeaway/${f.replace('/', '-')}`, bytes)
    }
    writeFileSync('/tmp/shots/takeaway/feed.atom', await bytesOf(scanner.get('/editions.atom')))
    expect(1).toBe(1)
  })
})
