import { dirname, join } from 'node:path'
import { Cron } from 'croner'
import { z } from 'zod'
import { isMailAddress } from './accounts/mail-address.ts'
import type { SessionTerms } from './accounts/sessions/terms.ts'
import { problemOfIssuer } from './accounts/single-sign-on/issuer.ts'
import { type RolesClaim, readRoles } from './accounts/single-sign-on/roles-claim.ts'
import { type Keep, keepIn } from './backup/rotation.ts'
import { digestOfToken } from './secrets.ts'
import { type ShownSetting, shownSettings } from './setting-words.ts'
import { hostName, usualHosts } from './sources/fetching/listed.ts'

const proxyForm = 'must be as http://proxy.example.nhs.uk:8080'

const hostNames = (form: RegExp, example: string) =>
  z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine(
      (hosts) => hosts.every((host) => form.test(host)),
      `must be names of hosts as ${example}, with commas between`,
    )
/** Inside a network a name may have one part alone. */
const nameInside = /^[a-z0-9](?:[a-z0-9_.-]{0,251}[a-z0-9])?$/

/** All settings, read once from the environment; each stands in the table of docs/settings.md. */
const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4310),
  HOST: z.string().min(1).default('127.0.0.1'),
  OFFING_DATA: z.string().min(1).default('data/offing.db'),
  OFFING_ORGANISATION: z.string().trim().min(1).max(120).default('Your organisation'),
  OFFING_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'must be as https://offing.example.nhs.uk, without a path')
    .optional(),
  OFFING_CONTACT: z.string().trim().min(1).max(300).optional(),
  OFFING_NOMINATOR_MONTHS: z.coerce.number().int().min(1).max(120).default(24),
  OFFING_EVIDENCE_STALE_YEARS: z.coerce.number().int().min(1).max(50).default(3),
  SMTP_URL: z
    .string()
    .refine(isMailServer, 'must be as smtp://user:password@mail.example.nhs.uk:587, or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be as Horizon scan <scan@example.nhs.uk>, or an address alone')
    .optional(),
  OIDC_ISSUER: z
    .string()
    .superRefine((text, { addIssue }) => {
      const problem = problemOfIssuer(text)
      if (problem) addIssue(problem)
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).max(2000).optional(),
  OIDC_NAME: z.string().trim().min(1).max(60).default('your organisation’s account'),
  OIDC_SCOPES: z
    .string()
    .regex(/^(?:[\x21\x23-\x5b\x5d-\x7e]+ )*openid(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'must be as openid profile email')
    .default('openid profile email'),
  OIDC_TRUST_EMAIL: z.enum(['on', 'off']).default('off'),
  OIDC_ROLES_CLAIM: z.string().min(1).max(200).optional(),
  OIDC_ROLES: z
    .string()
    .refine(
      (text) => readRoles(text) !== null,
      'must be as scan-team=scanner,board=board; a role is board, lead, scanner or admin',
    )
    .optional(),
  OFFING_LOCAL_ACCOUNTS: z.enum(['on', 'off']).default('on'),
  OFFING_OPEN_NOMINATIONS: z.enum(['on', 'off']).default('off'),
  OFFING_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(1_440).default(60),
  OFFING_SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  OFFING_SECOND_FACTOR: z.enum(['staff', 'everybody']).default('staff'),
  OFFING_OPEN_READING: z.enum(['on', 'off']).default('off'),
  OFFING_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  OFFING_HOSTS: hostNames(nameInside, 'offing.internal').default([]),
  OFFING_VISITOR_REQUESTS: z.coerce.number().int().min(10).default(1_200),
  OFFING_ACCOUNT_REQUESTS: z.coerce.number().int().min(100).default(3_000),
  OFFING_SOURCE_HOSTS: hostNames(hostName, 'www.gov.uk').default([...usualHosts]),
  OFFING_SOURCES_PRACTICE: z
    .string()
    .regex(
      /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/,
      'must be an address of this machine, as http://127.0.0.1:4400, without a path',
    )
    .optional(),
  HTTP_PROXY: z.string().refine(isProxy, proxyForm).optional(),
  HTTPS_PROXY: z.string().refine(isProxy, proxyForm).optional(),
  NO_PROXY: z.string().max(10_000).optional(),
  OFFING_AUDIT_ADDRESS_DAYS: z.coerce.number().int().min(1).max(3_650).default(365),
  OFFING_BACKUP_FOLDER: z.string().min(1).optional(),
  OFFING_BACKUP_SCHEDULE: z
    .string()
    .refine((text) => text === 'off' || isSchedule(text), 'must be five words of cron, as 15 2 * * *, or off')
    .default('15 2 * * *'),
  OFFING_BACKUPS_KEEP: z
    .string()
    .refine((text) => keepIn(text) !== undefined, 'must be as 7d5w12m, with one day or more')
    .default('7d5w12m'),
  OFFING_METRICS_TOKEN: z
    .string()
    .regex(/^[\w~+/=.-]{32,200}$/, 'must be 32 signs or more, without spaces')
    .optional(),
  OFFING_LOG_LEVEL: z.enum(['info', 'warn', 'error']).default('info'),
  OFFING_LOG: z.enum(['json', 'text', 'none']).optional(),
  NODE_ENV: z.string().default('development'),
})

/** The names of all settings. */
export const settingNames: readonly string[] = Object.keys(Settings.shape)

/** The schedule of backups is in the time of this place. */
export const scheduleZone = 'Europe/London'

function isSchedule(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false
  try {
    return new Cron(text, { paused: true, timezone: scheduleZone }).nextRun() !== null
  } catch {
    return false
  }
}

function isProxy(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function isMailServer(text: string): boolean {
  if (!/^smtps?:\/\/[^\s/?#]+\/?$/.test(text) || !URL.canParse(text)) return false
  return new URL(text).hostname !== ''
}

function isSender(text: string): boolean {
  const [, name, address] = /^(?:([^<>"\p{Cc}]*)<([^<>]*)>|.*)$/u.exec(text) ?? []
  return isMailAddress(address ?? text) && (name ?? '').length <= 120
}

export interface Settings {
  port: number
  host: string
  dataFile: string
  organisation: string
  /** Whom people turn to, in a line; null where nobody is named. */
  contact: string | null
  /** After so many months who nominated without an account is forgotten. */
  nominatorMonths: number
  /** Every setting as it stands, secrets left out. */
  shown: readonly ShownSetting[]
  /** The address people use, where a proxy stands in front; https makes cookies secure. */
  origin: string | undefined
  /** Evidence older than so many years is flagged. */
  evidenceStaleYears: number
  log: 'json' | 'text' | 'none'
  logLevel: 'info' | 'warn' | 'error'
  /** Of the token by which metrics may be read from elsewhere; undefined where only this machine may read them. */
  metricsTokenDigest: string | undefined
  /** After so many days the address from which somebody acted is erased from beside the audit trail. */
  auditAddressDays: number
  /** Whether anyone may nominate a technology without an account. */
  openNominations: boolean
  /** After how long a session ends, unused or not, and who must give a second factor. */
  sessions: SessionTerms
  /** Whether anyone may read published editions without an account. */
  openReading: boolean
  /** How many proxies stand in front, each of which adds the address it was asked from to `X-Forwarded-For`. */
  proxies: number
  /** Names under which the registry may be asked, beside that of `origin` and those of this machine. */
  hosts: readonly string[]
  /** What one address may ask in a minute without being signed in, and what one account may: reads, of which other requests count as several. */
  visitorRequests: number
  accountRequests: number
  /** How mail is sent; undefined where people copy the messages. */
  mail: { url: string; from: string; origin: string } | undefined
  /** Where backups go, when they are taken (words of cron; undefined where not by the program), and how many are kept. */
  backups: { folder: string; schedule: string | undefined; keep: Keep }
  /** Who else signs people in; undefined where nobody does. */
  singleSignOn: SingleSignOnSettings | undefined
  /** Whether the registry keeps passwords, and sends links to sign in by, itself. */
  localAccounts: boolean
  /** How sources are reached: the hosts of feeds that may be read, and what stands between. */
  sources: {
    hosts: readonly string[]
    /** Asked in place of every host; undefined in earnest. */
    practice: string | undefined
    proxy: { http: string | undefined; https: string | undefined; not: string | undefined } | undefined
  }
}

/** A provider of single sign-on by OpenID Connect, and what is made of what it says. */
export interface SingleSignOnSettings {
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  /** What the button says after “Sign in with”. */
  name: string
  /** Whether an address counts as checked of which the provider does not say whether it is. */
  trustsEmail: boolean
  /** Undefined where administrators give roles. */
  roles: RolesClaim | undefined
  /** Of this registry: where the provider leads back to. */
  origin: string
}

/** What everybody signs in with where the registry keeps no accounts of its own; null where it does. */
export function onlyWayIn({ localAccounts, singleSignOn }: Pick<Settings, 'localAccounts' | 'singleSignOn'>) {
  return localAccounts ? null : (singleSignOn?.name ?? null)
}

/** Throws one sentence that names the setting which is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const named = { ...environment, ...proxiesIn(environment) }
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`The setting ${issue!.path.join('.')} is not right: ${issue!.message}.`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataFile: data.OFFING_DATA,
    organisation: data.OFFING_ORGANISATION,
    contact: data.OFFING_CONTACT ?? null,
    nominatorMonths: data.OFFING_NOMINATOR_MONTHS,
    shown: shownSettings(everySetting(data), given),
    origin: data.OFFING_ORIGIN,
    evidenceStaleYears: data.OFFING_EVIDENCE_STALE_YEARS,
    mail: mailOf(data),
    openNominations: data.OFFING_OPEN_NOMINATIONS === 'on',
    sessions: {
      idleMinutes: data.OFFING_SESSION_IDLE_MINUTES,
      hours: data.OFFING_SESSION_HOURS,
      secondFactor: data.OFFING_SECOND_FACTOR,
    },
    openReading: data.OFFING_OPEN_READING === 'on',
    proxies: data.OFFING_PROXIES,
    backups: {
      folder: data.OFFING_BACKUP_FOLDER ?? join(dirname(data.OFFING_DATA), 'backups'),
      schedule: data.OFFING_BACKUP_SCHEDULE === 'off' ? undefined : data.OFFING_BACKUP_SCHEDULE,
      keep: keepIn(data.OFFING_BACKUPS_KEEP)!,
    },
    hosts: data.OFFING_HOSTS,
    visitorRequests: data.OFFING_VISITOR_REQUESTS,
    accountRequests: data.OFFING_ACCOUNT_REQUESTS,
    singleSignOn: singleSignOnOf(data),
    localAccounts: data.OFFING_LOCAL_ACCOUNTS === 'on',
    sources: { hosts: data.OFFING_SOURCE_HOSTS, practice: data.OFFING_SOURCES_PRACTICE, proxy: proxyOf(data) },
    auditAddressDays: data.OFFING_AUDIT_ADDRESS_DAYS,
    logLevel: data.OFFING_LOG_LEVEL,
    metricsTokenDigest: data.OFFING_METRICS_TOKEN && digestOfToken(data.OFFING_METRICS_TOKEN),
    log: data.OFFING_LOG ?? (data.NODE_ENV === 'production' ? 'json' : 'text'),
  }
}

/** Also those that are not set. */
function everySetting(data: z.infer<typeof Settings>): Record<string, unknown> {
  const names = Object.keys(Settings.shape) as (keyof typeof data)[]
  return Object.fromEntries(names.map((name) => [name, data[name]]))
}

/** These are often written in small letters; then that is what counts, as for other programs. */
function proxiesIn(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']
  return Object.fromEntries(names.map((name) => [name, environment[name.toLowerCase()] || environment[name]]))
}

function proxyOf({ HTTP_PROXY: http, HTTPS_PROXY: https, NO_PROXY: not }: z.infer<typeof Settings>) {
  return http === undefined && https === undefined ? undefined : { http, https, not }
}

/** Mail needs all three: a server, a sender, and the address to which its links lead. */
function mailOf({ SMTP_URL, MAIL_FROM, OFFING_ORIGIN }: z.infer<typeof Settings>): Settings['mail'] {
  if (SMTP_URL === undefined) return undefined
  if (MAIL_FROM === undefined) throw new Error('The setting MAIL_FROM is missing: mail needs a sender.')
  if (OFFING_ORIGIN === undefined)
    throw new Error('The setting OFFING_ORIGIN is missing: mail holds links, which need the address that people use.')
  return { url: SMTP_URL, from: MAIL_FROM, origin: OFFING_ORIGIN }
}

/** Single sign-on needs all of it: the provider, what this registry is to it, and the address to which it leads back. */
function singleSignOnOf(data: z.infer<typeof Settings>): SingleSignOnSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OFFING_ORIGIN } = data
  const needed = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }
  if (Object.values(needed).every((value) => value === undefined)) {
    if (data.OFFING_LOCAL_ACCOUNTS === 'on') return undefined
    throw new Error('The setting OFFING_LOCAL_ACCOUNTS is not right: without single sign-on nobody could sign in.')
  }
  for (const [name, value] of Object.entries({ ...needed, OFFING_ORIGIN }))
    if (value === undefined) throw new Error(`The setting ${name} is missing: single sign-on needs it.`)
  return {
    issuer: OIDC_ISSUER!,
    clientId: OIDC_CLIENT_ID!,
    clientSecret: OIDC_CLIENT_SECRET!,
    scopes: data.OIDC_SCOPES,
    name: data.OIDC_NAME,
    trustsEmail: data.OIDC_TRUST_EMAIL === 'on',
    roles: rolesClaimOf(data),
    origin: OFFING_ORIGIN!,
  }
}

function rolesClaimOf({ OIDC_ROLES_CLAIM, OIDC_ROLES }: z.infer<typeof Settings>): RolesClaim | undefined {
  if (OIDC_ROLES_CLAIM === undefined && OIDC_ROLES === undefined) return undefined
  if (OIDC_ROLES === undefined)
    throw new Error('The setting OIDC_ROLES is missing: say which role each value of OIDC_ROLES_CLAIM gives.')
  if (OIDC_ROLES_CLAIM === undefined)
    throw new Error('The setting OIDC_ROLES_CLAIM is missing: say where the values of OIDC_ROLES stand.')
  return { claim: OIDC_ROLES_CLAIM, given: readRoles(OIDC_ROLES)! }
}
