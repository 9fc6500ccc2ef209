import { describe, expect, it } from '@jest/globals'
import { ReadyAnswers } from '../../api/http/ready-answers.ts'

const answer = { bytes: Buffer.from('{"items":[]}'), etag: '"a"' }

describe('ready answers', () => {
  it('count long addresses too, so that short answers at many of them cannot fill the memory', () => {
    const ready = new ReadyAnswers()
    const key = (n: number) => `all /technologies?category=${'x'.repeat(15_000)}${n}`
    ready.find('1', key(0))

    for (let n = 0; n < 8_000; n++) ready.keep('1', key(n), answer)

    expect(ready.find('1', key(7_999))).toBe(answer)
    expect(ready.find('1', key(0))).toBeUndefined()
  })

  it('are not found at another revision, nor kept for one that has passed', () => {
    const ready = new ReadyAnswers()
    ready.find('1', 'a')
    ready.keep('1', 'a', answer)

    expect(ready.find('2', 'a')).toBeUndefined()
    ready.keep('1', 'b', answer)
    expect(ready.find('2', 'b')).toBeUndefined()
  })
})
