import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'

/** SHA-256 of a file, as hexadecimal digits. */
export async function digestOfFile(file: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(file)) digest.update(chunk)
  return digest.digest('hex')
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file whole or not at all, readable by its owner only. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const partly = `${file}.part`
  const handle = await open(partly, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partly, file)
}
