import { describe, expect, it } from '@jest/globals'
import { inItsTurn } from '../../api/http/turns.ts'

describe('files that are asked for at once', () => {
  it('are written two at a time, every one of them, also after one that fails', async () => {
    let [present, most] = [0, 0]
    const write = (n: number) =>
      inItsTurn(async () => {
        most = Math.max(most, ++present)
        await new Promise((resolve) => setTimeout(resolve, 5))
        present--
        if (n % 3 === 0) throw new Error(`File ${n} cannot be written.`)
        return n
      })

    const ends = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => write(n)))

    expect(most).toBe(2)
    expect(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))).toEqual([1, 2, 4, 5, 7, 8])
    expect(await write(1)).toBe(1)
  })

  it('are refused where very many wait already, and taken again when these are done', async () => {
    const write = () => inItsTurn(() => new Promise<void>((resolve) => setTimeout(resolve, 5)))
    const ends = await Promise.allSettled(Array.from({ length: 40 }, write))

    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
    expect(refused.map(({ code, retryAfter }) => [code, retryAfter])).toEqual(Array(8).fill(['unavailable', 30]))
    await write()
  })
})
