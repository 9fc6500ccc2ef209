// What `npm start` and `npm test` both need first: the locked dependencies, a database driver that loads, and a build
// that is not older than its sources. Plain Node, since nothing may be installed yet. Each step is skipped when done.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const installStamp = join(root, 'node_modules', '.offing-installed')
const buildStamp = join(root, 'dist', '.offing-built')

installIfNeeded()
ensureDriverLoads()
if (process.argv.includes('--build')) buildIfNeeded()

function installIfNeeded() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex')
  if (read(installStamp) === wanted) return
  say('Installing the locked dependencies (about two minutes the first time) …')
  run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'])
  writeFileSync(installStamp, wanted)
}

function ensureDriverLoads() {
  if (driverLoads()) return
  say('Building the database driver for this machine …')
  spawnSync(npm, ['rebuild', 'better-sqlite3', '--build-from-source'], { cwd: root, stdio: 'inherit' })
  if (driverLoads()) return
  fail(
    'The SQLite driver cannot be built here. It needs a C++ compiler: on Debian or Ubuntu, `apt-get install python3 make g++`.',
  )
}

/** In a child process, because a driver built for another Node version can bring the process down. */
function driverLoads() {
  const script = "const D=require('better-sqlite3');new D(':memory:').exec('select 1')"
  return spawnSync(process.execPath, ['-e', script], { cwd: root }).status === 0
}

function buildIfNeeded() {
  const sources = ['api', 'db', 'seed', 'web', 'package-lock.json', 'tsconfig.json']
  const newest = `${Math.max(...sources.map((name) => newestChange(join(root, name))))} ${countFiles(sources)}`
  if (read(buildStamp) === newest) return
  say('Building …')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'api/tsconfig.build.json'])
  cpSync(join(root, 'seed/data'), join(root, 'dist/seed/data'), { recursive: true })
  run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web', '--logLevel', 'warn'])
  compress(join(root, 'dist/web/assets'))
  writeFileSync(buildStamp, newest)
}

/** Scripts and styles are sent compressed; once here rather than at each request. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((file) => /\.(js|css)$/.test(file))) {
    const content = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}

function newestChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** A deleted source leaves no newer file behind, but it does change the number of files. */
function countFiles(names) {
  return names.reduce((sum, name) => {
    const path = join(root, name)
    return sum + (statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).length : 1)
  }, 0)
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function run(command, args) {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit' })
  } catch {
    fail(`This step failed: ${[command, ...args].join(' ')}`)
  }
}

function say(sentence) {
  console.log(sentence)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
