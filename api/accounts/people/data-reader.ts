import type { Database } from '../../../db/open.ts'
import {
  actsOf,
  answersGiven,
  messagesAbout,
  seatsWithWords,
  textsWritten,
  waysInOf,
} from '../../../db/personal-data.ts'
import type { PersonalData } from '../../contract/personal-data.ts'
import { Refusal } from '../../refusal.ts'
import { getAccountRecord } from './reader.ts'

const own =
  'All that this registry holds of you. Texts that you wrote about technologies belong to the record of the organisation and may stay there without your name.'
const byOthers =
  'What this registry holds of this person, made by an administrator. It leaves out their answers and the reasons they gave with them, which nobody but the panel member sees beside a name: they can take those out themselves under “Your account”.'

/** All that is held of a person, for themselves; for somebody else without their answers. 409 where the person was removed. */
export async function personalData(
  db: Database,
  account: string,
  asker: 'own' | 'admin',
  at: string,
): Promise<PersonalData> {
  const record = await getAccountRecord(db, account, at)
  if (record.state === 'removed')
    throw new Refusal('conflict', 'This person was removed: nothing that is kept leads to them.')
  const { id, name, email, createdAt, roles, specialisms, hasPassword, state } = record
  const { secondFactorSince, singleSignOn, sessions, links } = await waysInOf(db, account)
  const ways = { hasPassword, secondFactorSince, singleSignOn }
  const { reviews, notes, nominations } = await textsWritten(db, account)
  const seats = await seatsWithWords(db, account)
  return {
    about: asker === 'own' ? own : byOthers,
    account: { id, name, email, createdAt, switchedOff: state === 'off', roles, specialisms, ...ways },
    sessions,
    links,
    // A pseudonym beside a name would lead to the answers in every file that left.
    seats: asker === 'own' ? seats : seats.map((seat) => ({ ...seat, pseudonym: null })),
    answers: asker === 'own' ? await answersGiven(db, account) : null,
    reviews,
    notes,
    nominations,
    messages: await messagesAbout(db, account),
    audit: await actsOf(db, account),
  }
}
