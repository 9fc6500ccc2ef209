/** Nothing could be had of a source. The message is a sentence for the scan team, without any inner detail. */
export class NotFetched extends Error {
  /** Whether asking again may help. */
  readonly passes: boolean
  /** How long the source asked us to wait, in milliseconds. */
  readonly wait: number | null

  constructor(message: string, options: { passes?: boolean; wait?: number | null } = {}) {
    super(message)
    this.passes = options.passes ?? false
    this.wait = options.wait ?? null
  }
}

const late = /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/
const broken = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|ERR_STREAM_PREMATURE_CLOSE|Z_BUF_ERROR)$/
const refused = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/
const unknown = /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/
const misread = /^(HPE_|UND_ERR_RES_|Z_|ERR__ERROR_)/
const untrusted = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO)/

/** What went wrong on the way, in words; what the network's libraries say may hold addresses of the inside. */
export function failureOf(error: unknown, host: string): NotFetched {
  if (error instanceof NotFetched) return error
  const { name, code = '' } = error as { name?: string; code?: string }
  const passing = { passes: true }
  if (name === 'TimeoutError' || late.test(code)) return new NotFetched(`${host} did not answer in time.`, passing)
  if (broken.test(code)) return new NotFetched(`${host} broke off its answer.`, passing)
  if (refused.test(code)) return new NotFetched(`${host} could not be reached.`, passing)
  if (unknown.test(code)) return new NotFetched(`There is no address of ${host} to be found.`, passing)
  if (untrusted.test(code)) return new NotFetched(`${host} could not prove that it is itself (its certificate).`)
  if (name === 'HTTPParserError' || misread.test(code))
    return new NotFetched(`${host} answered with something that cannot be read.`, passing)
  return new NotFetched(`${host} could not be read.`, passing)
}
