import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
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
    (slug: string) => change({ ...nothingToStart, entered: slug, from: signal && 'signals' }),
    [change, signal],
  )
  if (!may) return <NotForYou />
  if (entered) return <Entered slug={entered} />
  return signal ? (
    <StartedFrom signal={signal}>
      {(start) => <EnterForm start={start} signal={signal} onEntered={onEntered} />}
    </StartedFrom>
  ) : (
    <EnterForm
      start={{ ...noTechnology, name: get('name'), description: get('description') }}
      outsideItem={get('outsideItem')}
      outsideList={get('outsideList')}
      onEntered={onEntered}
    />
  )
}

/** What an address starts a technology with; the list (id) of an outside item stays, as the way back. */
const nothingToStart = { name: null, description: null, signal: null, outsideItem: null }

const check = checkWith(EnterTechnologyRequest, (fields: TechnologyFields) => enterRequest(fields), technologyWords)

interface Props {
  start: TechnologyFields
  /** The signal (id) that it is started from. */
  signal?: string
  /** The item of an outside list, and that list (ids), for which it is entered. */
  outsideItem?: string
  outsideList?: string
  onEntered: (slug: string) => void
}

function EnterForm({ start: given, signal, outsideItem, outsideList, onEntered }: Props) {
  const client = useQueryClient()
  const from = signal || outsideItem
  const key = technologyDraft(useAccount().account.id, from ? `from ${from}` : 'new')
  const [start] = useState(given)
  const form = useForm({ defaultValues: typedBefore(key) ?? start, resolver: check, shouldFocusError: false })
  const letGo = useTechnologyDraft(key, form, start)
  const saved = (technology: Technology) => {
    letGo()
    for (const key of [keys.technologies, keys.signals, keys.outsideLists])
      void client.invalidateQueries({ queryKey: [key] })
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
          body: enterRequest(fields, { ...(signal && { signal }), ...(outsideItem && { outsideItem }) }),
        })}
        onSaved={saved}
        submit="Save the technology"
        cancel={cancelTo({ signal, outsideList })}
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

/** Back to where it was started. */
function cancelTo({ signal, outsideList }: Pick<Props, 'signal' | 'outsideList'>): string {
  if (signal) return withQuery(pages.signals, { signal })
  return outsideList ? pageLink(pages.outsideList, { list: outsideList }) : pages.technologies
}
