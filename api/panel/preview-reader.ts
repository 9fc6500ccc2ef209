import { accountsWithRole } from '../../db/accounts.ts'
import type { Database } from '../../db/open.ts'
import { membersOf } from '../../db/panel-members.ts'
import { type Person, peopleWithAddress } from '../../db/people.ts'
import { heldSpecialisms, type ScanHead } from '../../db/scans.ts'
import { specialisms } from '../../db/taxonomy.ts'
import { problemOfLead } from '../accounts/lead.ts'
import { isMailAddress } from '../accounts/mail-address.ts'
import { mostInvited, type PanelPreview } from '../contract/panel.ts'
import { lengths, requiredLine } from '../contract/text.ts'
import { Refusal } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { addressesIn, type KnownPerson, readInvitationList } from './invitation-list.ts'
import type { NamedSpecialism } from './named-specialisms.ts'

const limits = {
  rows: mostInvited,
  // What a spreadsheet program would take for a formula is no name.
  isName: (text: string) => requiredLine(lengths.name).safeParse(text).success && !/^[=+@]/.test(text),
  isAddress: isMailAddress,
}

/** What a spreadsheet of people to invite holds, and what is wrong in it. */
export async function previewOf(db: Database, reference: string, cells: string[][]): Promise<PanelPreview> {
  const scan = await getScan(db, reference)
  const people = await knownPeople(db, scan, addressesIn(cells).slice(0, limits.rows * 2))
  const read = readInvitationList(cells, { specialisms: await namesIn(db, scan), people, limits })
  if ('problem' in read) throw new Refusal('invalid', read.problem, { errors: [{ pointer: '', detail: read.problem }] })
  const { rows } = read
  const ready = rows.filter(({ errors }) => errors.length === 0)
  const fresh = new Set(ready.filter(({ email }) => !people.has(email)).map(({ email }) => email))
  return { rows, total: rows.length, ready: ready.length, newAccounts: fresh.size }
}

async function knownPeople(db: Database, scan: ScanHead, addresses: readonly string[]) {
  const people = await peopleWithAddress(db, [...new Set(addresses)])
  const leftAt = new Map((await membersOf(db, scan.id)).map((member) => [member.account, member.leftAt]))
  const asKnown = (person: Person): KnownPerson => {
    const left = leftAt.get(person.id)
    return {
      name: person.name,
      problem: problemOfLead(person),
      becomesLead: !person.roles.includes('lead'),
      standing: left === undefined ? 'account' : left === null ? 'on-panel' : 'left',
    }
  }
  return new Map([...people].map(([address, person]) => [address, asKnown(person)]))
}

/** The scan's specialisms by the names it holds, and all others, so that a wrong choice is told from a wrong spelling. */
async function namesIn(db: Database, scan: ScanHead): Promise<NamedSpecialism[]> {
  const held = new Map((await heldSpecialisms(db, scan.id)).map((one) => [one.id, one]))
  const all = await specialisms(db)
  return all.map(({ id, slug, name, aliases }) => {
    const one = held.get(id)
    const others = one && one.name !== name ? [...aliases, name] : aliases
    return { slug: one?.slug ?? slug, name: one?.name ?? name, aliases: others, inScan: !!one }
  })
}

/** Accounts that may take a seat, or stand in for one. */
export async function candidatesOf(db: Database, reference: string) {
  await getScan(db, reference)
  return accountsWithRole(db, 'lead')
}
