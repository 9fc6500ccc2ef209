/** What was worked out lately, up to a total size; the longest kept goes first. */
export class Recent<T> {
  private size = 0
  private readonly mostSize: number
  private readonly kept = new Map<string, { value: T; size: number }>()

  constructor(mostSize: number) {
    this.mostSize = mostSize
  }

  getOr(key: string, size: number, make: () => T): T {
    const known = this.kept.get(key)
    if (known) return known.value
    const value = make()
    this.kept.set(key, { value, size })
    this.size += size
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.mostSize || oldest === key) break
      this.size -= this.kept.get(oldest)!.size
      this.kept.delete(oldest)
    }
    return value
  }

  clear(): void {
    this.kept.clear()
    this.size = 0
  }
}
