import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

interface Found {
  executablePath: string
  env?: Record<string, string>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const whatToInstall =
  'No browser for the browser tests: install Google Chrome, Chromium or Microsoft Edge, or set CHROMIUM to the path of one.'

export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, args: flags, env: { ...definedEnvironment(), ...env } })
}

/** In this order: the one that CHROMIUM names, one of the system, the one that comes with the development packages. */
export async function findChromium(): Promise<Found> {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM is set to ${named}, but there is no such file: correct it.`)
  const executablePath = named || systemPlaces().find((path) => existsSync(path))
  if (executablePath) return { executablePath }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium()
  throw new Error(whatToInstall)
}

function systemPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => programs.map((name) => join(folder, name)))
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * Unpacks the browser of @sparticuz/chromium, with the libraries and fonts that it brings, once for each user. It is
 * put in its place in one step, so that a run which was cut off or runs at the same time never leaves half a browser.
 */
async function unpackedChromium(): Promise<Found> {
  const place = join(tmpdir(), `offing-chromium-153.0.0-${userInfo().uid}`)
  if (!existsSync(place)) {
    const making = await mkdtemp(`${place}-`)
    await unpack('chromium.br', createWriteStream(join(making, 'chromium'), { mode: 0o700 }))
    await unpackFolder('al2023.tar', making)
    await unpackFolder('fonts.tar', making)
    const fonts = `<dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir>`
    await writeFile(join(making, 'fonts.conf'), `<?xml version="1.0"?>\n<fontconfig>${fonts}</fontconfig>\n`)
    await rename(making, place).catch(() => rm(making, { recursive: true }))
  }
  const env: Record<string, string> = { LD_LIBRARY_PATH: join(place, 'lib') }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = place
  return { executablePath: join(place, 'chromium'), env }
}

const packed = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules/@sparticuz/chromium/bin')

async function unpack(name: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), target)
}

async function unpackFolder(name: string, into: string): Promise<void> {
  const archive = join(into, name)
  await unpack(`${name}.br`, createWriteStream(archive))
  const { status } = spawnSync('tar', ['-xf', archive, '-C', into])
  if (status !== 0) throw new Error('The browser of the development packages cannot be unpacked: install tar.')
  await rm(archive)
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
