import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express'
import { pages } from '../contract/paths.ts'

/** The built pages: assets by their hashed names for ever, the page itself never kept; an unknown page has status 404. */
export function pagesFrom(folder: string): Router {
  const root = resolve(folder)
  const assets = join(root, 'assets')
  const router = Router()
  const page = join(root, 'index.html')
  const send = (status: number) => (_req: Request, res: Response, next: NextFunction) =>
    res.status(status).sendFile(page, { headers: { 'Cache-Control': 'no-cache' }, cacheControl: false }, (error) => {
      if (error && !res.headersSent) next(error)
    })
  const files = express.static(assets, {
    immutable: true,
    maxAge: '1y',
    fallthrough: false,
    etag: false,
    redirect: false,
  })
  router.use('/assets', preferCompressed(assets), files)
  router.use(express.static(root, { index: false, redirect: false }))
  for (const path of Object.values(pages)) router.get(path, send(200))
  router.get('/{*path}', send(404))
  return router
}

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
]
const types: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** Scripts and styles lie compressed beside themselves since the build; whoever can read that gets it. */
function preferCompressed(folder: string): RequestHandler {
  return (req, res, next) => {
    const type = types[/^\/[\w.-]+\.(js|css)$/.exec(req.path)?.[1] ?? '']
    if (!type) return next()
    res.vary('Accept-Encoding')
    const fits = encodings.find(({ name }) => req.acceptsEncodings(name) === name)
    if (fits && existsSync(join(folder, req.path + fits.ending))) {
      req.url = req.path + fits.ending
      res.setHeader('Content-Encoding', fits.name)
      res.setHeader('Content-Type', type)
    }
    next()
  }
}
