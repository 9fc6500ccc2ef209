import { join, resolve } from 'node:path'
import express, { Router } from 'express'
import { pages } from '../contract/paths.ts'

/** The built pages: assets by their hashed names for ever, the page itself never kept; an unknown page has status 404. */
export function pagesFrom(folder: string): Router {
  const root = resolve(folder)
  const router = Router()
  const page = join(root, 'index.html')
  const send = (status: number) => (_req: express.Request, res: express.Response, next: express.NextFunction) =>
    res.status(status).sendFile(page, { headers: { 'Cache-Control': 'no-cache' }, cacheControl: false }, (error) => {
      if (error && !res.headersSent) next(error)
    })
  router.use('/assets', express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(root, { index: false }))
  for (const path of Object.values(pages)) router.get(path, send(200))
  router.get('/{*path}', send(404))
  return router
}
