import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { readSettings } from '../../api/settings.ts'
import { usualHosts } from '../../api/sources/fetching/listed.ts'
import { isPublicAddress } from '../../api/sources/fetching/public-address.ts'
import { type DoorParts, SourceDoor } from '../../api/sources/fetching/source-door.ts'
import { type Reply, type SourceSite, startSourceSite } from '../support/source-site.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const signal = new AbortController().signal
const limits = { mostBytes: 100_000, pauseMs: 0 }
const hosts = new Set<string>(usualHosts)

/** A door onto a site that answers so, in practice, which remembers how long it waited. */
async function doorTo(reply: (host: string, path: string, times: number) => Reply, parts: Partial<DoorParts> = {}) {
  const site: SourceSite = await startSourceSite(({ host, path }) => reply(host, path, site.asked.length))
  const waits: number[] = []
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds)
  }
  const door = new SourceDoor({ hosts, userAgent: 'Test', proxy: undefined, practice: site.url, wait, ...parts })
  stops.push(site.stop, () => door.close())
  const get = (address = 'https://www.gov.uk/feed', how = {}) => door.fetch({ address }, { limits, signal, ...how })
  return { site, door, get, waits }
}

/** In earnest, with a name server of our own. */
function liveDoor(addresses: Record<string, string[]>, parts: Partial<DoorParts> = {}) {
  const asked: string[] = []
  const door = new SourceDoor({
    hosts,
    userAgent: 'Test',
    proxy: undefined,
    practice: undefined,
    wait: async () => {},
    resolve: (host, done) => {
      asked.push(host)
      const found = addresses[host] ?? []
      done(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    },
    ...parts,
  })
  stops.push(() => door.close())
  const get = (address: string) => door.fetch({ address }, { limits, signal })
  return { get, asked }
}

describe('what is sent and read', () => {
  it('sends who we are, and reads each charset that an answer may come in', async () => {
    const bodies: [Record<string, string>, Buffer][] = [
      [{ 'content-type': 'text/xml; charset=ISO-8859-1' }, Buffer.from('café', 'latin1')],
      [{ 'content-type': 'text/xml' }, Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>café', 'latin1')],
      [{}, Buffer.from('<?xml version="1.0" encoding="windows-1252"?>caf\xe9 \x93', 'latin1')],
      [{}, Buffer.from('café')],
      [{}, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('café', 'utf16le')])],
      [{ 'content-type': 'text/plain; charset=no-such' }, Buffer.from('café')],
      [{ 'content-encoding': 'gzip' }, gzipSync('café')],
    ]
    const { get, site } = await doorTo((_, path) => ({
      headers: bodies[Number(path.slice(1))]![0],
      body: bodies[Number(path.slice(1))]![1],
    }))
    for (const index of bodies.keys()) expect((await get(`https://www.gov.uk/${index}`)).text).toMatch(/café( “)?$/)
    expect(site.asked[0]!.headers['user-agent']).toBe('Test')
  })

  it('asks one page at a time of a host, and pauses between two', async () => {
    let open = 0
    let most = 0
    const { get, waits } = await doorTo(() => (res) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        res.end('x')
      }, 20)
    })
    const how = { limits: { ...limits, pauseMs: 100_000 } }
    await Promise.all([get(undefined, how), get(undefined, how), get(undefined, how)])
    expect(most).toBe(1)
    // In practice a hundredth of it.
    expect(waits).toHaveLength(2)
    expect(waits[0]).toBeGreaterThan(900)
  })
})

describe('trying again', () => {
  it('waits longer each time, and gives up after four', async () => {
    const { get, site, waits } = await doorTo(() => ({ status: 500, body: 'x' }))
    await expect(get()).rejects.toThrow('www.gov.uk is in trouble (status 500). It was tried 4 times.')
    expect(site.asked).toHaveLength(4)
    expect(waits).toEqual([20, 100, 300])
  })

  it('gives what comes after a failure', async () => {
    const { get } = await doorTo((_, __, times) => (times < 3 ? { status: 503, body: '' } : { body: 'Well' }))
    expect((await get()).text).toBe('Well')
  })

  it('waits as long as it is asked to, and no longer than two minutes', async () => {
    const reply = (after: string) => (_: string, __: string, times: number) =>
      times === 1 ? { status: 429, headers: { 'retry-after': after }, body: '' } : { body: 'Well' }
    const patient = await doorTo(reply('60'))
    expect((await patient.get()).text).toBe('Well')
    expect(patient.waits).toEqual([600])
    const dated = await doorTo(reply(new Date(Date.now() + 90_000).toUTCString()))
    await dated.get()
    expect(dated.waits[0]).toBeGreaterThan(850)
    const far = await doorTo(reply('3600'))
    await expect(far.get()).rejects.toThrow('we ask too often and asks us to wait 60 minutes')
    expect(far.site.asked).toHaveLength(1)
  })

  it('does not ask again what asking again does not change', async () => {
    const { get, site } = await doorTo(() => ({ status: 404, body: 'None' }))
    expect(await get()).toMatchObject({ status: 404, text: 'None' })
    expect(site.asked).toHaveLength(1)
  })

  it('takes a cut connection, and one that says nothing, for what passes', async () => {
    const cut = await doorTo((_, __, times) =>
      times === 1
        ? (res) => {
            res.writeHead(200, { 'content-length': '1000' })
            res.write('half')
            setTimeout(() => res.destroy(), 20)
          }
        : { body: 'Whole' },
    )
    expect((await cut.get()).text).toBe('Whole')
    const silent = await doorTo(() => () => {}, { timeouts: { whole: 100 } })
    await expect(silent.get(undefined, { attempts: 2 })).rejects.toThrow('did not answer in time. It was tried 2 times')
    const dripping = await doorTo(
      () => (res) => {
        const drip = setInterval(() => res.write('x'), 10)
        res.on('close', () => clearInterval(drip))
      },
      { timeouts: { whole: 150 } },
    )
    await expect(dripping.get(undefined, { attempts: 1 })).rejects.toThrow('did not answer in time')
    const garbled = await doorTo(() => (res) => res.socket!.end('no HTTP at all\r\n\r\n'))
    await expect(garbled.get(undefined, { attempts: 1 })).rejects.toThrow('cannot be read')
  })

  it('stops at once when it is told to', async () => {
    const { door } = await doorTo(() => () => {})
    const stop = new AbortController()
    const waiting = door.fetch({ address: 'https://www.gov.uk/' }, { limits, signal: stop.signal })
    const queued = door.fetch({ address: 'https://www.gov.uk/' }, { limits, signal: stop.signal })
    setTimeout(() => stop.abort(), 50)
    await expect(waiting).rejects.toThrow('abort')
    await expect(queued).rejects.toThrow('abort')
  })
})

describe('limits on size', () => {
  const tooLarge = 'larger than 0.1 MB'

  it('holds for a body that never ends, and for one that lies about its size', async () => {
    let sent = 0
    const endless = await doorTo(() => (res) => {
      const more = () => {
        sent += 10_000
        if (!res.destroyed && res.write('x'.repeat(10_000))) setImmediate(more)
        else res.once('drain', more)
      }
      more()
    })
    await expect(endless.get()).rejects.toThrow(tooLarge)
    expect(sent).toBeLessThan(20_000_000)
  })

  it('counts what comes out of a packed body, not what goes in', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(60_000)
    const { get, site } = await doorTo(() => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }))
    await expect(get()).rejects.toThrow(tooLarge)
    expect(site.asked).toHaveLength(1)
  })

  it('refuses packing that it does not know, or that is broken', async () => {
    const unknown = await doorTo(() => ({ headers: { 'content-encoding': 'zstd' }, body: 'x' }))
    await expect(unknown.get()).rejects.toThrow('packed in a way')
    const broken = await doorTo(() => ({ headers: { 'content-encoding': 'gzip' }, body: 'not packed' }))
    await expect(broken.get(undefined, { attempts: 1 })).rejects.toThrow('cannot be read')
  })
})

describe('redirects', () => {
  const to = (location: string) =>
    doorTo((_, path) => (path === '/feed' ? { status: 302, headers: { location }, body: '' } : { body: 'There' }))

  it('are followed to listed hosts, and to other pages of the same', async () => {
    expect(await (await to('/moved')).get()).toMatchObject({ text: 'There', address: 'https://www.gov.uk/moved' })
    const { get, site } = await to('https://www.who.int/there')
    expect((await get()).text).toBe('There')
    expect(site.asked.map(({ host }) => host)).toEqual(['www.gov.uk', 'www.who.int'])
  })

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://127.0.0.1:4310/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'https://evil.example/',
    'https://www.gov.uk:8443/',
    'https://www.gov.uk@evil.example/',
    'https://user:pw@www.gov.uk/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://0x7f000001/',
    '//10.0.0.1/',
  ])('to %s are not', async (location) => {
    const { get, site } = await to(location)
    await expect(get()).rejects.toThrow(/is not read|nowhere/)
    expect(site.asked).toHaveLength(1)
  })

  it('are not followed round and round', async () => {
    const { get, site } = await doorTo(() => ({ status: 307, headers: { location: '/feed' }, body: '' }))
    await expect(get()).rejects.toThrow('leads on and on')
    expect(site.asked).toHaveLength(6)
  })
})

describe('in earnest', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0']
  const inside6 = [
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ]

  it.each([...inside, ...inside6])('asks nothing of a listed name that leads to %s', async (address) => {
    const { get, asked } = liveDoor({ 'www.gov.uk': [address] })
    await expect(get('https://www.gov.uk/')).rejects.toThrow('not on the public internet')
    expect(asked).toEqual(['www.gov.uk'])
  })

  it('asks nothing where one of several addresses is inside, nor where there is none', async () => {
    const mixed = liveDoor({ 'www.gov.uk': ['151.101.0.144', '10.0.0.1'] })
    await expect(mixed.get('http://www.gov.uk/')).rejects.toThrow('not on the public internet')
    await expect(liveDoor({}).get('https://www.gov.uk/')).rejects.toThrow('no address of www.gov.uk')
  })

  it('does not even look up what is not listed', async () => {
    const { get, asked } = liveDoor({})
    for (const address of ['http://127.0.0.1/', 'http://localhost/', 'https://evil.example/', 'ftp://www.gov.uk/', 'x'])
      await expect(get(address)).rejects.toThrow('is not read')
    expect(asked).toEqual([])
  })

  it('connects to the very address that was looked at, though the name server changes its mind', async () => {
    const answers = [['10.0.0.1'], ['151.101.0.144']]
    let times = 0
    const { get } = liveDoor(
      {},
      {
        resolve: (_, done) =>
          done(
            null,
            answers[Math.min(times++, 1)]!.map((address) => ({ address, family: 4 })),
          ),
      },
    )
    await expect(get('https://www.gov.uk/')).rejects.toThrow('not on the public internet')
    expect(times).toBe(1)
  })
})

describe('through a proxy', () => {
  /** A proxy that notes what it is asked for, and answers all of it with one site. */
  async function startProxy(site: SourceSite) {
    const asked: string[] = []
    const open = new Set<Socket>()
    const server = createServer((req, res) => {
      asked.push(`${req.method} ${req.url}`)
      const url = new URL(req.url!)
      res.writeHead(302, { location: url.searchParams.get('to') ?? '/' }).end()
    })
    server.on('connect', (req, socket: Socket) => {
      asked.push(`CONNECT ${req.url}`)
      const through = connect(site.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
      open.add(socket).add(through)
      through
        .on('error', () => {})
        .pipe(socket.on('error', () => {}))
        .pipe(through)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    stops.push(() => {
      for (const socket of open) socket.destroy()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    })
    return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  it('asks it for listed names alone, also where an answer leads elsewhere', async () => {
    const site = await startSourceSite(() => ({ body: 'x' }))
    stops.push(site.stop)
    const proxy = await startProxy(site)
    const settings = { http: proxy.url, https: undefined, not: undefined }
    const { get, asked } = liveDoor({}, { proxy: settings })
    await expect(get('http://www.gov.uk/?to=http://169.254.169.254/')).rejects.toThrow('is not read')
    await expect(get('http://www.gov.uk/?to=http://evil.example/')).rejects.toThrow('is not read')
    await expect(get('http://10.0.0.1/')).rejects.toThrow('is not read')
    // TLS with a site that knows none fails, after the name was asked for.
    await expect(get('https://www.who.int/')).rejects.toThrow('www.who.int')
    expect(proxy.asked.slice(0, 3)).toEqual([
      'GET http://www.gov.uk/?to=http://169.254.169.254/',
      'GET http://www.gov.uk/?to=http://evil.example/',
      'CONNECT www.who.int:443',
    ])
    expect(new Set(proxy.asked).size).toBe(3)
    expect(asked).toEqual([])
  })

  it('looks up itself what is asked directly, and then it must be public', async () => {
    const site = await startSourceSite(() => ({ body: 'x' }))
    stops.push(site.stop)
    const proxy = await startProxy(site)
    const settings = { http: proxy.url, https: proxy.url, not: 'www.gov.uk' }
    const { get, asked } = liveDoor({ 'www.gov.uk': ['192.168.0.7'] }, { proxy: settings })
    await expect(get('https://www.gov.uk/')).rejects.toThrow('not on the public internet')
    expect([asked, proxy.asked]).toEqual([['www.gov.uk'], []])
  })
})

describe('public addresses', () => {
  it('are what is left of the internet without its special blocks', () => {
    const outside = [
      '8.8.8.8',
      '151.101.0.144',
      '172.15.0.1',
      '172.32.0.1',
      '100.63.0.1',
      '2a04:4e42::144',
      '2600::1',
      '2001:4860::8',
    ]
    const special = [
      '198.18.0.1',
      '192.0.2.1',
      '203.0.113.9',
      '224.0.0.1',
      '255.255.255.255',
      '2001:db8::1',
      '2001::1',
      '3fff::1',
      '1.2.3',
      '',
      '8.8.8.8.8',
      '256.1.1.1',
      'fe80::1%eth0',
      '::8.8.8.8',
    ]
    expect(outside.filter((address) => !isPublicAddress(address))).toEqual([])
    expect(special.filter(isPublicAddress)).toEqual([])
  })
})

describe('the settings', () => {
  const sources = (environment: Record<string, string>) => readSettings(environment).sources
  it('list public host names only, and practise on this machine only', () => {
    expect(sources({})).toEqual({ hosts: [...usualHosts], practice: undefined, proxy: undefined })
    expect(sources({ OFFING_SOURCE_HOSTS: 'WWW.gov.uk, feeds.example.org' }).hosts).toEqual([
      'www.gov.uk',
      'feeds.example.org',
    ])
    for (const wrong of [
      'localhost',
      '127.0.0.1',
      'https://www.gov.uk',
      '[::1]',
      'www.gov.uk:8080',
      '*.gov.uk',
      '0x7f.1',
      '10.1',
    ])
      expect(() => sources({ OFFING_SOURCE_HOSTS: wrong })).toThrow('OFFING_SOURCE_HOSTS')
    for (const wrong of [
      'https://127.0.0.1:1',
      'http://example.org:80',
      'http://127.0.0.1',
      'http://127.0.0.1:1/x',
      'http://127.0.0.1:1@evil.example',
    ])
      expect(() => sources({ OFFING_SOURCES_PRACTICE: wrong })).toThrow('OFFING_SOURCES_PRACTICE')
    expect(sources({ https_proxy: 'http://p.example:8080', NO_PROXY: 'a.example' }).proxy).toEqual({
      http: undefined,
      https: 'http://p.example:8080',
      not: 'a.example',
    })
    expect(() => sources({ HTTP_PROXY: 'p.example:8080' })).toThrow('HTTP_PROXY')
  })
})
