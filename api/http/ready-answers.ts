/** An answer ready to be sent: its bytes and its strong ETag. */
export interface ReadyAnswer {
  bytes: Buffer
  etag: string
}

const mostBytes = 96 * 1024 * 1024
/** Every answer costs its bookkeeping too, so that many small ones do not add up unseen. */
const overheadBytes = 512

/**
 * Answers made before at the present revision of the registry, by reader's grant and address. All are dropped when the
 * revision moves; the longest unused go when there are too many bytes. Access is decided before this is looked up.
 */
export class ReadyAnswers {
  private revision = ''
  private bytes = 0
  private readonly answers = new Map<string, ReadyAnswer>()

  find(revision: string, key: string): ReadyAnswer | undefined {
    this.follow(revision)
    const answer = this.answers.get(key)
    if (!answer) return undefined
    this.answers.delete(key)
    this.answers.set(key, answer)
    return answer
  }

  keep(revision: string, key: string, answer: ReadyAnswer): void {
    if (revision !== this.revision || answer.bytes.length > mostBytes / 4) return
    this.forget(key)
    this.answers.set(key, answer)
    this.bytes += costOf(key, answer)
    for (const oldest of this.answers.keys()) {
      if (this.bytes <= mostBytes) return
      this.forget(oldest)
    }
  }

  private follow(revision: string): void {
    if (revision === this.revision) return
    this.revision = revision
    this.answers.clear()
    this.bytes = 0
  }

  private forget(key: string): void {
    const answer = this.answers.get(key)
    if (!answer) return
    this.answers.delete(key)
    this.bytes -= costOf(key, answer)
  }
}

/** An address may be far longer than what is answered at it. */
function costOf(key: string, answer: ReadyAnswer): number {
  return key.length + answer.bytes.length + overheadBytes
}
