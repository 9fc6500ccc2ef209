import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, pages, paths } from '../../api/contract/paths.ts'
import { EnterTechnologyRequest, type Technology } from '../../api/contract/technologies.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { keys } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { Entered } from './Entered.tsx'
import { EvidenceRows } from './EvidenceRows.tsx'
import { NotForYou } from './NotForYou.tsx'
import { checkWith } from './resolver.ts'
import { TechnologyForm } from './TechnologyForm.tsx'
import { enterRequest, noTechnology } from './technology-fields.ts'
import { technologyDraft, typedBefore, useTechnologyDraft } from './use-technology-draft.ts'
import { technologyWords } from './wrong-words.ts'

/** Enters a technology; then the same page says what comes next. */
export default function EnterTechnologyPage() {
  useTitle('Enter a technology')
  const { get, change } = useAddress()
  const entered = get('entered')
  const may = useMay('technologies.write')
  const onEntered = useCallback((slug: string) => change({ entered: slug, name: null }), [change])
  if (!may) return <NotForYou />
  return entered ? <Entered slug={entered} /> : <EnterForm onEntered={onEntered} />
}

const check = checkWith(EnterTechnologyRequest, enterRequest, technologyWords)

function EnterForm({ onEntered }: { onEntered: (slug: string) => void }) {
  const client = useQueryClient()
  const key = technologyDraft(useAccount().account.id, 'new')
  const { get } = useAddress()
  const [start] = useState(() => ({ ...noTechnology, name: get('name') }))
  const form = useForm({ defaultValues: typedBefore(key) ?? start, resolver: check, shouldFocusError: false })
  const letGo = useTechnologyDraft(key, form, start)
  const saved = (technology: Technology) => {
    letGo()
    void client.invalidateQueries({ queryKey: [keys.technologies] })
    onEntered(technology.slug)
  }
  return (
    <>
      <h1 className="nhsuk-heading-l">Enter a technology</h1>
      <TechnologyForm
        form={form}
        request={(fields) => ({ method: 'POST', url: link(paths.technologies, {}), body: enterRequest(fields) })}
        onSaved={saved}
        submit="Save the technology"
        cancel={pages.technologies}
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
