import * as operations from '../contract/operations.ts'
import { allow } from './access.ts'
import { docsPage } from './docs-page.ts'
import { openApiDocument } from './openapi.ts'
import { type Api, ok } from './serve.ts'

/** The interface's description of itself; made once all operations are served. */
export function documentationRoutes(api: Api): void {
  let document: object | undefined
  let page: string | undefined

  api.serve(operations.readDocument, allow('documentation.read'), async () => {
    document ??= openApiDocument(api.served)
    return ok(document)
  })

  api.serve(operations.readDocs, allow('documentation.read'), async () => {
    page ??= docsPage(api.served)
    return { status: 200, file: { content: page } }
  })
}
