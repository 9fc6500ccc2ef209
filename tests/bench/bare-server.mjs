// What the answers are measured against: a bare Express route that sends the same JSON from a ready buffer. No sign-in, no
// database, no log. Run as: node bare-server.mjs PORT MANIFEST, the manifest being { address: file }.
import { readFileSync } from 'node:fs'
import express from 'express'

const [port, manifest] = process.argv.slice(2)
const files = Object.entries(JSON.parse(readFileSync(manifest, 'utf8')))
const ready = new Map(files.map(([address, file]) => [address, readFileSync(file)]))

const app = express()
app.get('/{*path}', (req, res) => {
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.end(ready.get(req.originalUrl))
})
app.listen(Number(port), '127.0.0.1')
