import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import { link, paths } from '../../../api/contract/paths.ts'
import type { Evidence } from '../../../api/contract/technologies.ts'
import { endings, mediaOfName, ofAttachments } from '../../../api/technologies/files/media.ts'
import { withQuery } from '../../shared/address.ts'
import { NoAnswer, RequestProblem, sendFile } from '../../shared/api-client.ts'
import { keys } from '../../shared/queries.ts'

const largest = 10_000_000
const accepted = [...ofAttachments.map((media) => `.${endings[media]}`), '.jpeg'].join(',')

/** A file is sent as soon as it is chosen. */
export function AttachFile({ technology, evidence }: { technology: string; evidence: Evidence }) {
  const id = useId()
  const client = useQueryClient()
  const [said, setSaid] = useState('')
  const attach = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    const file = input.files?.[0]
    if (!file) return
    setSaid(`Sending ${file.name} …`)
    setSaid(await outcomeOf(technology, evidence.id, file))
    input.value = ''
    await client.invalidateQueries({ queryKey: [keys.technology] })
  }
  return (
    <p className="offing-no-print offing-files__attach">
      <label className="offing-link-button" htmlFor={id}>
        Attach a file<span className="nhsuk-u-visually-hidden"> to this evidence: {evidence.text}</span>
      </label>
      <input
        id={id}
        className="nhsuk-u-visually-hidden"
        type="file"
        accept={accepted}
        onChange={(event) => void attach(event)}
      />{' '}
      <span role="status">{said}</span>
    </p>
  )
}

/** What became of it, in a sentence. */
async function outcomeOf(technology: string, evidence: string, file: File): Promise<string> {
  const media = mediaOfName(file.name)
  if (!media) return `${file.name} is of a kind that cannot be attached.`
  if (file.size > largest) return `${file.name} is larger than 10 MB.`
  try {
    const url = withQuery(link(paths.evidenceFiles, { technology, evidence }), { name: file.name })
    await sendFile(url, file, media)
    return `${file.name} is attached.`
  } catch (error) {
    if (error instanceof RequestProblem) return error.problem.detail
    if (error instanceof NoAnswer)
      return 'Not confirmed. You can safely choose it again: the same file is attached only once.'
    throw error
  }
}
