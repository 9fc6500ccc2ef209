import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { forTokens, openedBy, permissions } from '../accounts/permissions.ts'
import { apiRoot } from '../contract/paths.ts'
import { Problem } from '../contract/problem.ts'
import { z } from '../contract/z.ts'
import type { ServedOperation } from './serve.ts'

const always = [400, 422, 500]
const conditionalProblems = [412, 428]

/** The OpenAPI 3.1 document of the operations that are served, from the schemas that validate them. */
export function openApiDocument(served: readonly ServedOperation[]): object {
  const registry = new OpenAPIRegistry()
  for (const one of served) registry.registerPath(pathOf(one))
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Offing',
      version: '1',
      description: 'A technology horizon-scanning registry for healthcare science.',
    },
    servers: [{ url: apiRoot }],
  })
  return withPlainPatterns(document)
}

/** A JSON Schema pattern is always Unicode and has no flags, but the generator leaves the flag of a regular expression on. */
function withPlainPatterns(document: object): object {
  const plain = (key: string, value: unknown) =>
    key === 'pattern' && typeof value === 'string' ? value.replace(/\/u$/, '') : value
  return JSON.parse(JSON.stringify(document, plain))
}

function pathOf({ operation, allowed }: ServedOperation): Parameters<OpenAPIRegistry['registerPath']>[0] {
  const { body } = operation
  const headers = headersOf(operation)
  const hasBody = operation.takes !== undefined || !(body instanceof z.ZodUndefined)
  return {
    method: operation.method,
    path: operation.path.replace(/:(\w+)/g, '{$1}'),
    operationId: operation.id,
    summary: operation.summary,
    'x-action': allowed.action,
    'x-roles': Object.keys(permissions[allowed.action]),
    'x-grants': permissions[allowed.action],
    'x-by-token': forTokens.has(allowed.action),
    request: {
      ...(Object.keys(operation.params.shape).length > 0 && { params: operation.params }),
      ...(Object.keys(operation.query.shape).length > 0 && { query: operation.query }),
      ...(Object.keys(headers.shape).length > 0 && { headers }),
      ...(hasBody && { body: { required: true, content: takenBy(operation) } }),
    },
    responses: responsesOf({ operation, allowed }),
  }
}

function headersOf(operation: ServedOperation['operation']) {
  return z.object({
    ...(operation.conditional && { 'If-Match': z.string().optional() }),
    ...(operation.conditional && operation.method === 'put' && { 'If-None-Match': z.literal('*').optional() }),
    ...(operation.method === 'post' && { 'Idempotency-Key': z.string().max(200).optional() }),
  })
}

function takenBy({ takes, body }: ServedOperation['operation']) {
  if (!takes) return { 'application/json': { schema: body } }
  const file = { schema: { type: 'string' as const, format: 'binary' } }
  return Object.fromEntries(takes.media.map((media) => [media, file]))
}

function contentOf({ media }: ServedOperation['operation'], schema: z.ZodType | null) {
  if (media) return { content: { [media]: { schema: { type: 'string' as const } } } }
  return schema && { content: { 'application/json': { schema } } }
}

function responsesOf({ operation, allowed }: ServedOperation) {
  const opening = openedBy[allowed.action]
  const isOpen = 'anyone' in permissions[allowed.action] && !opening
  const problems = [
    ...always,
    ...(operation.id === 'signIn' ? [401] : isOpen ? [] : [401, 403]),
    ...(operation.method === 'get' ? [] : [403, 413, 415, 507]),
    ...(operation.conditional ? conditionalProblems : []),
    ...operation.problems,
    ...(Object.keys(operation.params.shape).length > 0 ? [404] : []),
  ]
  const success = Object.entries(operation.answers).map(([status, schema]) => [
    status,
    { description: 'Done', ...contentOf(operation, schema) },
  ])
  const refused = [...new Set(problems)]
    .sort((a, b) => a - b)
    .map((status) => [status, { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } }])
  const hasTag = operation.method === 'get' && Boolean(operation.answers[200])
  const unchanged = hasTag ? [[304, { description: 'Not changed since the ETag in If-None-Match' }]] : []
  return Object.fromEntries([...success, ...unchanged, ...refused])
}
