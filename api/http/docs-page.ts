import { actionMeanings, grantMeanings } from '../accounts/permission-words.ts'
import { forTokens } from '../accounts/permissions.ts'
import { whoMay } from '../accounts/permissions-page.ts'
import { apiRoot } from '../contract/paths.ts'
import type { ServedOperation } from './serve.ts'

/** The programming interface as a page to read: every operation, who may use it, and where the full document is. */
export function docsPage(served: readonly ServedOperation[]): string {
  const rows = served.map(
    ({ operation, allowed }) => `<tr>
      <td><code>${operation.method.toUpperCase()}</code></td>
      <td><code>${asText(apiRoot + operation.path.replace(/:(\w+)/g, '{$1}'))}</code></td>
      <td>${asText(operation.summary)}</td>
      <td><code>${allowed.action}</code></td>
      <td>${asText(whoMay(allowed.action))}${forTokens.has(allowed.action) ? '' : '; not by token'}</td>
    </tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Offing: programming interface</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Offing: programming interface</h1>
<p>JSON under <code>${apiRoot}</code>. The full description, with every schema, is the
<a href="${apiRoot}/openapi.json">OpenAPI 3.1 document</a>.</p>
<ul>
<li>Sign in with <code>POST ${apiRoot}/session</code>; the session is a cookie.</li>
<li>What can be changed has an <code>ETag</code>; send it back as <code>If-Match</code>. A stale one answers 412.</li>
<li>Any <code>POST</code> takes an <code>Idempotency-Key</code>, kept for 24 hours: repeat with the same key after a 5xx.</li>
<li>Every refusal is <code>application/problem+json</code> and names the field.</li>
</ul>
<table><caption>Operations</caption>
<thead><tr><th scope="col">Method</th><th scope="col">Address</th><th scope="col">What it does</th><th scope="col">Action</th><th scope="col">Who may</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<h2>Actions</h2><dl>${termsOf(actionMeanings)}</dl>
<h2>How far a grant reaches</h2><dl>${termsOf(grantMeanings)}</dl></main></body></html>`
}

const termsOf = (meanings: Record<string, string>) =>
  Object.entries(meanings)
    .map(([term, meaning]) => `<dt><code>${asText(term)}</code></dt><dd>${asText(meaning)}</dd>`)
    .join('\n')

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
