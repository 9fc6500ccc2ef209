import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'

const longestAddress = 8_192
const mostParameters = 500
const mostHeaders = 100

/** Refuses an address or a head beyond what any page sends. Node itself refuses a head of more than 16 KiB. */
export const refuseLargeHeads: RequestHandler = (req, _res, next) => {
  const { originalUrl } = req
  if (originalUrl.length > longestAddress)
    throw new Refusal('address-too-long', `The address has more than ${longestAddress} characters. Ask for less in it.`)
  // The parser would leave out what comes after a thousand, without a word.
  if (originalUrl.split('&', mostParameters + 2).length > mostParameters + 1)
    throw new Refusal('unparsable', `The address has more than ${mostParameters} parameters. Ask for less in it.`)
  if (req.rawHeaders.length > 2 * mostHeaders)
    throw new Refusal('head-too-large', `There are more than ${mostHeaders} headers. Send fewer.`)
  next()
}
