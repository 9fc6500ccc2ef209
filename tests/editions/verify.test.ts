import { afterEach, describe, expect, it } from '@jest/globals'
import Sqlite from 'better-sqlite3'
import { surenessFrom } from '../../api/editions/sureness-reader.ts'
import { verifyEdition } from '../../api/editions/verify-reader.ts'
import { givenEdition, givenRanking } from '../support/given-edition.ts'
import { tamperWith } from '../support/tamper.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function givenPublished() {
  const made = await givenRanking()
  const edition = await givenEdition(made.scanner, made.scan)
  const verify = () => verifyEdition(made.registry.read, '1', surenessFrom(made.world.certainties))
  const tamper = (...statements: string[]) => tamperWith(made.file, ...statements)
  return { ...made, edition, verify, tamper }
}

describe('verifying an edition', () => {
  it('finds one that is whole to hold, and says what it was held against', async () => {
    const { verify } = await givenPublished()

    const { failures, notes, checked } = await verify()

    expect({ failures, notes }).toEqual({ failures: [], notes: [] })
    expect(checked.join('\n')).toContain('15 frozen answers against the live ones')
  })

  it('finds both editions of the demonstration to hold', async () => {
    const { registry, world } = await createTestRegistry({ demonstration: true })
    for (const number of ['1', '2'])
      expect((await verifyEdition(registry.read, number, surenessFrom(world.certainties))).failures).toEqual([])
  })

  it('still does after its technologies were changed', async () => {
    const { scanner, verify } = await givenPublished()
    const change = { name: 'Watcher', description: 'Anew.', category: 'genomics', specialisms: ['cardiac-science'] }
    await scanner.put('/technologies/monitor', change, { 'If-Match': '*' }).expect(200)

    expect((await verify()).failures).toEqual([])
  })

  it('names a row that was altered', async () => {
    const { technologies, verify, tamper } = await givenPublished()
    tamper(`update edition_rows set content = replace(content, '"impact":8', '"impact":9') where kind = 'pair'`)

    const { failures } = await verify()

    expect(failures[0]).toMatch(new RegExp(`^The row “pair ${technologies[0]!.id} .+” was altered\\.$`))
    expect(failures.join('\n')).toContain('The row “result all” does not come out of the frozen answers.')
    expect(failures.join('\n')).toMatch(/The answer “.+ P-.+” is another one in the registry now/)
  })

  it('finds a row that was altered together with its digest, added, or taken out', async () => {
    for (const statement of [
      `update edition_rows set content = replace(content, 'Monitor', 'Monitol'), digest = '${'0'.repeat(64)}' where kind = 'technology'`,
      `insert into edition_rows select edition_id, kind, key || ' again', content, digest from edition_rows where kind = 'cover'`,
      "delete from edition_rows where kind = 'cover'",
    ]) {
      const { verify, tamper } = await givenPublished()
      tamper(statement)
      expect((await verify()).failures.join('\n')).toContain('do not fit the edition’s digest')
    }
  })

  it('finds a digest that was replaced in the edition itself, by the trail', async () => {
    const { verify, tamper } = await givenPublished()
    tamper(`update editions set digest = '${'1'.repeat(64)}'`)

    expect((await verify()).failures.join('\n')).toContain('The audit trail holds another digest')
  })

  it('finds a live answer that was altered since', async () => {
    const { verify, tamper } = await givenPublished()
    tamper('update ratings set impact = 1 where seq = 1')

    expect((await verify()).failures).toEqual([
      expect.stringMatching(/^The answer “.+” is another one in the registry now\.$/),
    ])
  })

  it('lists people who were erased since, without calling that a failure', async () => {
    const { verify, tamper } = await givenPublished()
    tamper(
      'delete from ratings where panellist_id = (select min(panellist_id) from ratings)',
      'delete from pseudonyms where panellist_id not in (select panellist_id from ratings)',
    )

    const { failures, notes } = await verify()

    expect(failures).toEqual([])
    expect(notes.join('\n')).toMatch(/^Erased since it was published, .+: P-/)
  })
})

describe('the database itself', () => {
  it('refuses to alter, add to or take out what a published edition holds', async () => {
    const { file } = await givenPublished()
    const raw = new Sqlite(file)
    const refused = (statement: string) => expect(() => raw.exec(statement)).toThrow()

    refused("update edition_rows set content = '{}'")
    refused("delete from edition_rows where kind = 'cover'")
    refused(
      "insert into edition_rows select edition_id, 'more', key, content, digest from edition_rows where kind = 'cover'",
    )
    refused("update editions set title = 'Another'")
    refused("update editions set state = 'draft'")
    refused('delete from editions')
    raw.close()
  })
})
