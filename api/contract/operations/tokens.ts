import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { reference } from '../text.ts'
import { MakeTokenRequest, NewToken, TokenList } from '../tokens.ts'
import { z } from '../z.ts'

export const listTokens = operation({
  id: 'listTokens',
  method: 'get',
  path: paths.tokens,
  summary: 'Machines’ access tokens, the newest first, with their last use; never a secret',
  answers: { 200: TokenList },
})

export const makeToken = operation({
  id: 'makeToken',
  method: 'post',
  path: paths.tokens,
  summary:
    'Make an access token for a machine; its secret is in this answer and nowhere else. An Idempotency-Key is left aside',
  body: MakeTokenRequest,
  answers: { 201: NewToken },
})

export const revokeToken = operation({
  id: 'revokeToken',
  method: 'delete',
  path: paths.token,
  summary: 'Revoke an access token, at once and for good; it stays in the list',
  params: z.strictObject({ token: reference() }),
  answers: { 204: null },
})
