import { operation } from '../operation.ts'
import { OwnPasswordRequest } from '../passwords.ts'
import { paths } from '../paths.ts'

export const changeOwnPassword = operation({
  id: 'changeOwnPassword',
  method: 'put',
  path: paths.ownPassword,
  summary: 'Change one’s own password: other sessions and all links end, and this session goes on with a new cookie',
  body: OwnPasswordRequest,
  answers: { 204: null },
  problems: [404, 409, 429],
})
