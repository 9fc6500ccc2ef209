interface SettingWords {
  meaning: string
  /** Told as set or not set, because it is a secret or may hold one. */
  isSecret?: true
}

/** What each setting is for, in a line; docs/settings.md says more. One that is not here is taken for a secret. */
export const settingWords: Readonly<Record<string, SettingWords>> = {
  PORT: { meaning: 'The port that the program listens on' },
  HOST: { meaning: 'The address that the program listens on' },
  OFFING_DATA: { meaning: 'The database file' },
  OFFING_ORGANISATION: { meaning: 'The organisation’s name, at the head of every page' },
  OFFING_CONTACT: { meaning: 'Whom people turn to, shown where they may need help' },
  OFFING_ORIGIN: { meaning: 'The address that people use; with https, cookies are sent over TLS only' },
  OFFING_HOSTS: { meaning: 'Further names under which the registry may be asked' },
  OFFING_EVIDENCE_STALE_YEARS: { meaning: 'After how many years evidence is flagged as old' },
  OFFING_SESSION_IDLE_MINUTES: { meaning: 'After how many minutes without use a session ends' },
  OFFING_SESSION_HOURS: { meaning: 'After how many hours a session ends, used or not' },
  OFFING_SECOND_FACTOR: { meaning: 'Who must give a code of a second factor' },
  OFFING_LOCAL_ACCOUNTS: { meaning: 'Whether people may sign in with a password or a mailed link' },
  OFFING_OPEN_NOMINATIONS: { meaning: 'Whether anyone may nominate a technology without an account' },
  OFFING_OPEN_READING: { meaning: 'Whether anyone may read published editions without an account' },
  OFFING_NOMINATOR_MONTHS: {
    meaning: 'After how many months the name and address of who nominated without an account are erased',
  },
  OFFING_PROXIES: { meaning: 'How many proxies stand in front' },
  OFFING_VISITOR_REQUESTS: { meaning: 'How much one address may ask in a minute without being signed in' },
  OFFING_ACCOUNT_REQUESTS: { meaning: 'How much one account may ask in a minute' },
  OFFING_AUDIT_ADDRESS_DAYS: {
    meaning: 'After how many days the address from which somebody acted is erased from beside the audit trail',
  },
  OFFING_BACKUP_FOLDER: { meaning: 'Where backups go' },
  OFFING_BACKUP_SCHEDULE: { meaning: 'When backups are taken, in words of cron' },
  OFFING_BACKUPS_KEEP: { meaning: 'How many backups are kept: of days, weeks and months' },
  SMTP_URL: { meaning: 'The mail server', isSecret: true },
  MAIL_FROM: { meaning: 'The sender of mail' },
  OFFING_METRICS_TOKEN: { meaning: 'What must be sent to read the figures of the program', isSecret: true },
  OFFING_LOG_LEVEL: { meaning: 'What is written to the log' },
  OIDC_NAME: { meaning: 'What single sign-on is called on the sign-in page' },
  OIDC_SCOPES: { meaning: 'What the provider of single sign-on is asked for' },
  OIDC_ROLES_CLAIM: { meaning: 'Where single sign-on says what roles somebody has' },
  OIDC_ROLES: { meaning: 'Which role each of its words gives' },
  OIDC_TRUST_EMAIL: { meaning: 'Whether an address that single sign-on names is taken for its owner’s' },
  OIDC_ISSUER: { meaning: 'The provider of single sign-on' },
  OIDC_CLIENT_ID: { meaning: 'How this registry is known to the provider of single sign-on' },
  OIDC_CLIENT_SECRET: { meaning: 'The secret shared with the provider of single sign-on', isSecret: true },
  OFFING_SOURCE_HOSTS: { meaning: 'The hosts whose feeds may be read' },
  OFFING_SOURCES_PRACTICE: { meaning: 'What is asked in place of every source, for trying out' },
  HTTP_PROXY: { meaning: 'The proxy through which sources are asked', isSecret: true },
  HTTPS_PROXY: { meaning: 'The proxy through which sources are asked over TLS', isSecret: true },
  NO_PROXY: { meaning: 'Hosts that are asked directly all the same' },
  OFFING_LOG: { meaning: 'How the log is written' },
  NODE_ENV: { meaning: '“production” makes the log JSON' },
}

/** A setting as administrators see it; `value` is null where it is not set or may not be told. */
export interface ShownSetting {
  name: string
  meaning: string
  value: string | null
  state: 'default' | 'set' | 'secret'
}

/** Settings in effect, by name; `given` are those that the environment names. */
export function shownSettings(inEffect: Record<string, unknown>, given: Record<string, unknown>): ShownSetting[] {
  return Object.keys({ ...settingWords, ...inEffect })
    .filter((name) => name in inEffect)
    .map((name) => {
      const { meaning, isSecret } = settingWords[name] ?? { meaning: '', isSecret: true }
      const isGiven = given[name] !== undefined
      if (isSecret) return { name, meaning, value: null, state: isGiven ? ('secret' as const) : ('default' as const) }
      return { name, meaning, value: inWords(inEffect[name]), state: isGiven ? ('set' as const) : ('default' as const) }
    })
}

function inWords(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  return Array.isArray(value) ? value.join(', ') || null : String(value)
}
