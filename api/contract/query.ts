import { wholeWeight } from '../scans/method.ts'
import { sumOfWeights, weightsFrom, weightsPattern } from '../scans/weights-text.ts'
import { ExitReason } from './exits.ts'
import { lengths, line, reference } from './text.ts'
import { z } from './z.ts'

export const several = <T extends z.ZodType>(one: T, most = 100) =>
  z.preprocess((sent) => (typeof sent === 'string' ? [sent] : sent), z.array(one).max(most)).optional()

/** One value or several of a filter, each given as its own parameter: several are OR. */
export const slugs = () => several(reference())
/** A whole number in plain digits. Nothing is no number: it would be taken for 0. */
export const whole = (from: number, to: number) =>
  z.preprocess((sent) => (/^-?\d+$/.test(String(sent)) ? Number(sent) : sent), z.int().min(from).max(to))
/** As `slugs`, of a few known words. */
export const choices = <T extends z.ZodType>(one: T) => several(one)
export const wholes = (from: number, to: number) => several(whole(from, to))

export const exitReasons = () => several(ExitReason)

export const search = () => line(lengths.search).optional()
export const cursor = () => z.string().max(200).optional()
export const limit = (most: number, usual: number) => whole(1, most).default(usual)

/** `all`, `grouping:<slug>` or `specialism:<slug>`. */
export const lens = () =>
  z
    .string()
    .regex(/^(all|(grouping|specialism):[a-z0-9-]{1,140})$/, 'must be all, grouping:<slug> or specialism:<slug>')
    .default('all')

/** Weights in basis points, as `impact:6000,reach:2000,imminence:1000,readiness:1000`. */
export const weights = () =>
  z
    .string()
    .regex(weightsPattern, 'must be as impact:6000,reach:2000,imminence:1000,readiness:1000')
    .refine((text) => sumOfWeights(weightsFrom(text)) === wholeWeight, `must sum to ${wholeWeight}`)
    .optional()
