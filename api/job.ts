/** Something to be worked out once, which several may wait for. */
export class Job<Found> {
  found: Found | undefined
  failure: { error: unknown } | undefined
  readonly work: () => Promise<Found>
  readonly end: Promise<Found>
  private readonly settle: { resolve: (found: Found) => void; reject: (error: unknown) => void }

  constructor(work: () => Promise<Found>) {
    this.work = work
    let settle: Job<Found>['settle'] | undefined
    this.end = new Promise((resolve, reject) => {
      settle = { resolve, reject }
    })
    this.settle = settle!
    // Nobody may be waiting.
    this.end.catch(() => {})
  }

  /** Never rejects: who waits for the end is told. */
  async run(): Promise<void> {
    try {
      this.found = await this.work()
      this.settle.resolve(this.found)
    } catch (error) {
      this.fail(error)
    }
  }

  fail(error: unknown): void {
    this.failure = { error }
    this.settle.reject(error)
  }
}
