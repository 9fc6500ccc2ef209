import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvidenceFile } from '../../../api/contract/evidence-files.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import type { Evidence, Technology } from '../../../api/contract/technologies.ts'
import { useMay } from '../../shared/account.ts'
import { keys } from '../../shared/queries.ts'
import { useWrite } from '../../shared/use-write.ts'
import { AttachFile } from './AttachFile.tsx'
import { sizeLabel } from './size.ts'

interface Props {
  technology: Technology
  evidence: Evidence
}

/** The files attached to a piece of evidence, to keep; the scan team attaches more, and archives. */
export function EvidenceFiles({ technology, evidence }: Props) {
  const mayWrite = useMay('evidence.write')
  const files = technology.files.filter((file) => file.evidence === evidence.id)
  return (
    <>
      {files.length > 0 && (
        <ul className="offing-plain-list offing-files" aria-label="Files">
          {files.map((file) => (
            <File key={file.id} technology={technology.slug} file={file} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && <AttachFile technology={technology.slug} evidence={evidence} />}
    </>
  )
}

function File({ technology, file, mayWrite }: { technology: string; file: EvidenceFile; mayWrite: boolean }) {
  const address = link(paths.evidenceFile, { technology, evidence: file.evidence, file: file.id })
  return (
    <li>
      <a href={address} download>
        {file.name}
      </a>{' '}
      <span className="offing-quiet">
        ({sizeLabel(file.size)}; SHA-256 <span title={file.digest}>{file.digest.slice(0, 12)}…</span>)
      </span>{' '}
      {file.archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}{' '}
      {mayWrite && <Archive technology={technology} file={file} />}
    </li>
  )
}

function Archive({ technology, file }: { technology: string; file: EvidenceFile }) {
  const client = useQueryClient()
  const { write, sending } = useWrite()
  const [said, setSaid] = useState('')
  const archive = async () => {
    if (sending) return
    const url = link(paths.evidenceFileArchive, { technology, evidence: file.evidence, file: file.id })
    const outcome = await write({ method: 'PUT', url, body: { archived: !file.archived } })
    if (outcome.kind === 'not-confirmed') return setSaid('Not confirmed. Please try again.')
    setSaid(outcome.kind === 'refused' ? outcome.problem.detail : '')
    await client.invalidateQueries({ queryKey: [keys.technology] })
  }
  return (
    <span className="offing-no-print">
      <button type="button" className="offing-link-button" onClick={() => void archive()}>
        {file.archived ? 'Bring back' : 'Archive'}
        <span className="nhsuk-u-visually-hidden"> the file {file.name}</span>
      </button>{' '}
      <span role="alert">{said}</span>
    </span>
  )
}
