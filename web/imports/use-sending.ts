import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Import } from '../../api/contract/imports.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { withQuery } from '../shared/address.ts'
import { RequestProblem, sendFile } from '../shared/api-client.ts'
import { kindOf, type Offer, sentAs } from './offers.ts'
import { useImportChanged } from './queries.ts'
import { sizeInWords } from './words.ts'

/** Sends a file and goes to its page; `wrong` says why it was not taken. `scan` is that which ratings are for. */
export function useSending(offer: Offer, scan: string) {
  const [sending, setSending] = useState('')
  const [wrong, setWrong] = useState('')
  const navigate = useNavigate()
  const changed = useImportChanged()
  const send = async (file: File) => {
    const { type, largest } = sentAs(offer, file.name)
    if (file.size > largest) return setWrong(`It is larger than ${sizeInWords(largest)}.`)
    if (offer === 'ratings' && !scan) return setWrong('Choose first for which scan the ratings are.')
    setWrong('')
    setSending(file.name)
    try {
      const query = {
        kind: kindOf(offer),
        name: file.name.slice(0, 300),
        as: offer === 'radar' ? 'radar' : null,
        scan: offer === 'ratings' ? scan : null,
      }
      const { id } = await sendFile<Import>(withQuery(link(paths.imports, {}), query), file, type)
      await changed()
      await navigate(pageLink(pages.import, { import: id }))
    } catch (error) {
      setWrong(
        error instanceof RequestProblem ? error.problem.detail : 'The server did not answer. Please send it again.',
      )
    } finally {
      setSending('')
    }
  }
  return { send, sending, wrong }
}
