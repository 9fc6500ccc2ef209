import { createHash } from 'node:crypto'
import { contentOfFile, insertFile, setFileArchived } from '../../../db/evidence-files.ts'
import { newId } from '../../../db/ids.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { touchTechnology } from '../../../db/technologies.ts'
import { type By, perform } from '../../audit/perform.ts'
import { type EvidenceFile, mostAttachments } from '../../contract/evidence-files.ts'
import type { Technology } from '../../contract/technologies.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { getEvidence, getTechnology } from '../commands.ts'
import type { TechnologyScope } from '../scope.ts'
import type { AttachmentMedia } from './media.ts'
import { cleanName } from './name.ts'
import { whyNot } from './sniff.ts'

export interface FilePlace {
  technology: string
  evidence: string
  file: string
}

/** Attaches a file to a piece of evidence. Refuses bytes that are not of the media type that they are said to be. */
export async function attachFile(
  registry: Registry,
  at: Omit<FilePlace, 'file'>,
  sent: { name: string; media: AttachmentMedia; content: Uint8Array },
  by: By,
): Promise<EvidenceFile> {
  const wrong = whyNot(sent.media, sent.content)
  if (wrong) throw new Refusal('invalid', `The file is not what it is said to be (${sent.media}): ${wrong}.`)
  const digest = createHash('sha256').update(sent.content).digest('hex')
  return perform(registry, by, async (trx, record) => {
    if (!by.account) throw new Refusal('not-signed-in', 'A file is attached by somebody.')
    const technology = await getTechnology(trx, at.technology)
    const evidence = getEvidence(technology, at.evidence)
    ensureRoom(technology, evidence.id, digest)
    const facts = { name: cleanName(sent.name, sent.media), media: sent.media, size: sent.content.length, digest }
    const file = { id: newId(), evidence: evidence.id, ...facts, addedAt: by.at }
    await insertFile(trx, { ...file, content: sent.content, addedBy: by.account })
    await touchTechnology(trx, technology.id, by.at)
    const details = { technology: technology.id, evidence: evidence.id, after: facts }
    record({ action: 'file.attach', objectKind: 'evidence-file', objectId: file.id, details })
    return { ...file, archived: false }
  })
}

function ensureRoom({ files }: Technology, evidence: string, digest: string): void {
  const attached = files.filter((file) => file.evidence === evidence)
  const same = attached.find((file) => file.digest === digest)
  if (same) throw new Refusal('conflict', `This very file is attached already, as ${repeated(same.name)}.`)
  if (attached.length >= mostAttachments)
    throw new Refusal('conflict', `At most ${mostAttachments} files are attached to one piece of evidence.`)
}

/** Archives a file, or brings it back: its bytes are kept. */
export async function archiveFile(registry: Registry, at: FilePlace, archived: boolean, by: By): Promise<EvidenceFile> {
  return perform(registry, by, async (trx, record) => {
    const technology = await getTechnology(trx, at.technology)
    const before = getFile(technology, at)
    if (before.archived === archived) return before
    await setFileArchived(trx, before.id, archived)
    await touchTechnology(trx, technology.id, by.at)
    const action = archived ? 'file.archive' : 'file.return'
    const details = { technology: technology.id, evidence: before.evidence }
    record({ action, objectKind: 'evidence-file', objectId: before.id, details })
    return { ...before, archived }
  })
}

/** A file with its bytes, for whoever may see the evidence that it is attached to. */
export async function readFile(
  db: Database,
  at: FilePlace,
  scope: TechnologyScope,
): Promise<EvidenceFile & { content: Uint8Array }> {
  const file = getFile(await getTechnology(db, at.technology, scope), at)
  return { ...file, content: await contentOfFile(db, file.id) }
}

function getFile(technology: Technology, at: FilePlace): EvidenceFile {
  const file = technology.files.find(({ id, evidence }) => id === at.file && evidence === at.evidence)
  if (!file) throw new Refusal('not-found', `There is no file ${repeated(at.file)} with this evidence.`)
  return file
}
