import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate, useParams } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { type Technology, TechnologyRequest } from '../../api/contract/technologies.ts'
import { useAccount, useMay } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { type Clash, merge } from '../shared/merge.ts'
import { keys, useTechnology } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { EvidenceSection } from './EvidenceSection.tsx'
import { NotForYou } from './NotForYou.tsx'
import { checkWith } from './resolver.ts'
import { TechnologyClashes } from './TechnologyClashes.tsx'
import { TechnologyForm } from './TechnologyForm.tsx'
import { fieldsOf, type TechnologyFields, technologyRequest } from './technology-fields.ts'
import { technologyDraft, typedBefore, useTechnologyDraft } from './use-technology-draft.ts'
import { technologyWords } from './wrong-words.ts'

export default function ChangeTechnologyPage() {
  const { technology = '' } = useParams()
  useTitle('Change a technology')
  const query = useTechnology(technology)
  if (!useMay('technologies.write')) return <NotForYou />
  return (
    <Loaded query={query} what="this technology" missing="technology" isPage>
      {(read) => (
        <>
          <h1 className="nhsuk-heading-l">Change {read.value.name}</h1>
          <ChangeForm key={read.value.id} read={read} />
          <EvidenceSection technology={read.value} />
        </>
      )}
    </Loaded>
  )
}

const check = checkWith(TechnologyRequest, technologyRequest, technologyWords)

interface Decision {
  clashes: Clash<TechnologyFields>[]
  taken: (keyof TechnologyFields)[]
}

/** `seen` stays what it was when the form opened: a newer version that loads meanwhile must not be overwritten. */
function ChangeForm({ read }: { read: Tagged<Technology> }) {
  const key = technologyDraft(useAccount().account.id, read.value.id)
  const [seen, setSeen] = useState({ tag: read.tag ?? tagOf(read.value), start: fieldsOf(read.value) })
  const [decision, setDecision] = useState<Decision | null>(null)
  const form = useForm({ defaultValues: typedBefore(key) ?? seen.start, resolver: check, shouldFocusError: false })
  const letGo = useTechnologyDraft(key, form, seen.start)
  const saved = useSaved(letGo)
  const { slug } = read.value

  const conflict = (current: unknown) => {
    const there = current as Technology
    const { merged, ...rest } = merge(seen.start, form.getValues(), fieldsOf(there))
    form.reset(merged, { keepDefaultValues: true })
    setSeen({ tag: tagOf(there), start: fieldsOf(there) })
    setDecision(rest)
  }
  const take = ({ field, there }: Clash<TechnologyFields>) => {
    form.setValue(field, there as never, { shouldDirty: true })
    setDecision((now) => now && { ...now, clashes: now.clashes.filter((one) => one.field !== field) })
  }
  return (
    <>
      {decision && <TechnologyClashes {...decision} onTake={take} />}
      <TechnologyForm
        form={form}
        slug={slug}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.technology, { technology: slug }),
          body: technologyRequest(fields),
          tag: seen.tag,
        })}
        onSaved={saved}
        onConflict={conflict}
        submit="Save the changes"
        cancel={pageLink(pages.technology, { technology: slug })}
      />
    </>
  )
}

const tagOf = (technology: Technology) => `"${technology.version}"`

function useSaved(letGo: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return (technology: Technology) => {
    letGo()
    for (const key of [keys.technologies, keys.technology, keys.ranking, keys.certainty, keys.readings, keys.standing])
      void client.invalidateQueries({ queryKey: [key] })
    void navigate(pageLink(pages.technology, { technology: technology.slug }), { state: { said: 'Saved.' } })
  }
}
