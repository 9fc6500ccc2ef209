import { useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useNavigate, useParams } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { type Technology, TechnologyRequest } from '../../api/contract/technologies.ts'
import { useAccount, useMay } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { startOf, useVersion, type Version } from '../shared/forms/use-version.ts'
import { keys, useTechnology } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { EvidenceSection } from './EvidenceSection.tsx'
import { NotForYou } from './NotForYou.tsx'
import { checkWith } from './resolver.ts'
import { TechnologyClashes } from './TechnologyClashes.tsx'
import { TechnologyForm } from './TechnologyForm.tsx'
import { fieldsOf, type TechnologyFields, technologyRequest } from './technology-fields.ts'
import { technologyDraft } from './use-technology-draft.ts'
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

function ChangeForm({ read }: { read: Tagged<Technology> }) {
  const key = technologyDraft(useAccount().account.id, read.value.id)
  const present = { ...versionOf(read.value), ...(read.tag !== null && { tag: read.tag }) }
  const form = useForm({ defaultValues: startOf(key, present), resolver: check, shouldFocusError: false })
  const { tag, decision, conflict, take, letGo } = useVersion(key, form, present)
  const saved = useSaved(letGo)
  const { slug } = read.value
  return (
    <>
      {decision && <TechnologyClashes technology={read.value} {...decision} onTake={take} />}
      <TechnologyForm
        form={form}
        technology={read.value}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.technology, { technology: slug }),
          body: technologyRequest(fields),
          tag,
        })}
        onSaved={saved}
        onConflict={(current) => conflict(versionOf(current as Technology))}
        submit="Save the changes"
        cancel={pageLink(pages.technology, { technology: slug })}
      />
    </>
  )
}

const versionOf = (technology: Technology): Version<TechnologyFields> => ({
  tag: `"${technology.version}"`,
  fields: fieldsOf(technology),
})

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
