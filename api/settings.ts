import { z } from 'zod'

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
  OFFING_LOG: z.enum(['json', 'text', 'none']).optional(),
  NODE_ENV: z.string().default('development'),
})

export interface Settings {
  port: number
  host: string
  dataFile: string
  organisation: string
  /** The address people use, where a proxy stands in front; https makes cookies secure. */
  origin: string | undefined
  log: 'json' | 'text' | 'none'
}

/** Throws one sentence that names the setting which is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
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
    origin: data.OFFING_ORIGIN,
    log: data.OFFING_LOG ?? (data.NODE_ENV === 'production' ? 'json' : 'text'),
  }
}
