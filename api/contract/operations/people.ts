import {
  AccountList,
  AccountRecord,
  AccountState,
  AddPersonRequest,
  AddPersonResponse,
  ChangeAccountRequest,
  EraseAccountRequest,
  SenderData,
  SenderErased,
  SenderRequest,
  SentLink,
} from '../accounts.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { PersonalData } from '../personal-data.ts'
import { choices, cursor, limit, search } from '../query.ts'
import { Role } from '../session.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const params = z.strictObject({ account: reference() })

export const listAccounts = operation({
  id: 'listAccounts',
  method: 'get',
  path: paths.accounts,
  summary: 'People’s accounts by name; those whose person was removed only where `state` asks for them',
  query: z.strictObject({
    q: search(),
    role: choices(z.enum([...Role.options, 'none'])),
    state: choices(AccountState),
    cursor: cursor(),
    limit: limit(200, 50),
  }),
  answers: { 200: AccountList },
})

export const addPerson = operation({
  id: 'addPerson',
  method: 'post',
  path: paths.accounts,
  summary:
    'Add a person, with a link by which they join: mailed, or answered once to be passed on where mail is not set up or not taken',
  body: AddPersonRequest,
  answers: { 201: AddPersonResponse },
  problems: [409],
})

export const readAccount = operation({
  id: 'readAccount',
  method: 'get',
  path: paths.oneAccount,
  summary: 'One account, with how its person signs in and where they sit',
  params,
  answers: { 200: AccountRecord },
})

export const changeAccount = operation({
  id: 'changeAccount',
  method: 'put',
  path: paths.oneAccount,
  summary:
    'Change a name, an address, roles or specialisms, or switch an account off or on; holds from the next request on',
  params,
  body: ChangeAccountRequest,
  answers: { 200: AccountRecord },
  problems: [409],
  conditional: true,
})

export const inviteAgain = operation({
  id: 'inviteAgain',
  method: 'post',
  path: paths.accountInvitation,
  summary:
    'Make somebody who has not joined yet a new link, mailed or answered to be passed on; earlier ones stop working',
  params,
  answers: { 201: SentLink },
  problems: [409],
})

export const sendPasswordReset = operation({
  id: 'sendPasswordReset',
  method: 'post',
  path: paths.accountPasswordReset,
  summary:
    'Make somebody a link to choose another password, mailed or answered to be passed on; earlier ones stop working',
  params,
  answers: { 201: SentLink },
  problems: [409],
})

export const eraseAccount = operation({
  id: 'eraseAccount',
  method: 'post',
  path: paths.accountErasure,
  summary:
    'Remove a person for ever: name, address, ways to sign in; their answers, reviews and the trail stay without them',
  params,
  body: EraseAccountRequest,
  answers: { 204: null },
  problems: [409],
})

export const exportAccountData = operation({
  id: 'exportAccountData',
  method: 'get',
  path: paths.accountData,
  summary:
    'What is held of one person, as a file for a subject access request; without their answers, which are theirs alone to see',
  params,
  answers: { 200: PersonalData },
})

export const exportOwnData = operation({
  id: 'exportOwnData',
  method: 'get',
  path: paths.ownData,
  summary: 'All that is held of you, as a file',
  answers: { 200: PersonalData },
})

export const findSender = operation({
  id: 'findSender',
  method: 'post',
  path: paths.findSender,
  summary:
    'What is held of somebody who nominated without an account, by the address that they gave; writes an audit entry',
  body: SenderRequest,
  answers: { 200: SenderData },
})

export const eraseSender = operation({
  id: 'eraseSender',
  method: 'post',
  path: paths.eraseSender,
  summary:
    'Remove the name, address, service and interests of somebody who nominated without an account; the nominations stay',
  body: SenderRequest,
  answers: { 200: SenderErased },
})
