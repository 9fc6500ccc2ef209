import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, pages, paths } from '../../api/contract/paths.ts'
import { EnterTechnologyRequest, type Technology } from '../../api/contract/technologies.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { keys } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { StartedFrom } from '../signals/StartedFrom.tsx'
import { Entered } from './Entered.tsx'
import { EvidenceRows } from './EvidenceRows.tsx'
import { NotForYou } from './NotForYou.tsx'
import { checkWith } from './resolver.ts'
import { TechnologyForm } from './TechnologyForm.tsx'
import { enterRequest, noTechnology, type TechnologyFields } from './technology-fields.ts'
import { technologyDraft, typedBefore, useTechnologyDraft } from './use-technology-draft.ts'
import { technologyWords } from './wrong-words.ts'

/** Enters a technology; then the same page says what comes next. */
export default function EnterTechnologyPage() {
  useTitle('Enter a technology')
  const { get, change } = useAddress()
  const entered = get('entered')
  const may = useMay('technologies.write')
  const signal = get('signal')
  const onEntered = useCallback(
    (slug: string) => change({ entered: slug, name: null, signal: null, from: signal && 'signals' }),
    [change, signal],
  )
  if (!may) return <NotForYou />
  if (entered) return <Entered slug={entered} />
  return signal ? (
    <StartedFrom signal={signal}>
      {(start) => <EnterForm start={start} signal={signal} onEntered={onEntered} />}
    </StartedFrom>
  ) : (
    <EnterForm start={{ ...noTechnology, name: get('name') }} onEntered={onEntered} />
  )
}

const check = checkWith(EnterTechnologyRequest, (fields: TechnologyFields) => enterRequest(fields), technologyWords)

interface Props {
  start: TechnologyFields
  /** The signal (id) that it is started from. */
  signal?: string
  onEntered: (slug: string) => void
}

function EnterForm({ start: given, signal, onEntered }: Props) {
  const client = useQueryClient()
  const key = technologyDraft(useAccount().account.id, signal ? `from ${signal}` : 'new')
  const [start] = useState(given)
  const form = useForm({ defaultValues: typedBefore(key) ?? start, resolver: check, shouldFocusError: false })
  const letGo = useTechnologyDraft(key, form, start)
  const saved = (technology: Technology) => {
    letGo()
    for (const key of [keys.technologies, keys.signals]) void client.invalidateQueries({ queryKey: [key] })
    onEntered(technology.slug)
  }
  return (
    <>
      <h1 className="nhsuk-heading-l">Enter a technology</h1>
      <TechnologyForm
        form={form}
        request={(fields) => ({
          method: 'POST',
          url: link(paths.technologies, {}),
          body: enterRequest(fields, signal),
        })}
        onSaved={saved}
        submit="Save the technology"
        cancel={signal ? withQuery(pages.signals, { signal }) : pages.technologies}
      >
        <h2 className="nhsuk-heading-m">Evidence</h2>
        <p className="nhsuk-hint">
          What ties it to a source: a dated fact, and who says so. It is saved together with the technology; you can add
          more later.
        </p>
        <EvidenceRows />
      </TechnologyForm>
    </>
  )
}
