import { once } from 'node:events'
import type { Deck } from '../exchange/deck/slide.ts'
import { startThread } from '../thread.ts'
import { inItsTurn } from './turns.ts'

/** Slides as a PowerPoint file, written in a thread of its own: that takes a second. */
export function packOf(deck: Deck): Promise<Buffer> {
  return inItsTurn(() => written(deck))
}

async function written(deck: Deck): Promise<Buffer> {
  const writer = startThread(new URL('./deck-writer', import.meta.url), { workerData: deck })
  try {
    const [bytes]: Uint8Array[] = await once(writer, 'message')
    return Buffer.from(bytes!)
  } finally {
    void writer.terminate()
  }
}
