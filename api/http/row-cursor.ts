import { Refusal } from '../refusal.ts'

/** The opaque cursor of a list that goes on at a row, counted from 0. */
export const toCursor = (index: string) => Buffer.from(`row ${index}`).toString('base64url')

/** The row at which to go on; without a cursor the first. Refuses what was not given as one. */
export function fromCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const index = /^row (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (index !== undefined) return Number(index)
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
