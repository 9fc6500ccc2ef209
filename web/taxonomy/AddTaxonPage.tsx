import './taxonomy.scss'
import { useForm } from 'react-hook-form'
import { Link, useNavigate, useParams } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { Taxon, TaxonKind } from '../../api/contract/taxonomy.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { draftOf } from '../shared/drafts.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import NotFound from '../shared/states/NotFound.tsx'
import { useFormDraft } from '../shared/use-form-draft.ts'
import { useTitle } from '../shared/use-title.ts'
import { useTaxonomy, useTaxonomyChanged } from './queries.ts'
import { TaxonFieldset } from './TaxonFieldset.tsx'
import { contentOf, nothingYet, pointers, type TaxonFields } from './taxon-fields.ts'
import { isTaxonKind, kindNames } from './words.ts'

/** Adds a grouping, a specialism or a category. */
export default function AddTaxonPage() {
  const { kind = '' } = useParams()
  const query = useTaxonomy()
  const may = useMay('taxonomy.write')
  useTitle(isTaxonKind(kind) ? `Add a ${kindNames[kind].one}` : 'Taxonomy')
  if (!may) return <Empty title="The taxonomy is changed by administrators" isPage />
  if (!isTaxonKind(kind)) return <NotFound what="page" />
  return (
    <>
      <AdminTabs />
      <h1 className="nhsuk-heading-l">Add a {kindNames[kind].one}</h1>
      <Loaded query={query} what="the taxonomy">
        {({ items }) => (
          <div className="offing-taxonomy__form">
            <AddForm key={kind} kind={kind} taxa={items} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function AddForm({ kind, taxa }: { kind: TaxonKind; taxa: Taxon[] }) {
  const key = `${kind} new ${useAccount().account.id}`
  const start = { ...nothingYet, position: nextPlace(kind, taxa) }
  const form = useForm<TaxonFields>({ defaultValues: draftOf<TaxonFields>(key) ?? start, shouldFocusError: false })
  const { letGo } = useFormDraft(key, form, start)
  const changed = useTaxonomyChanged()
  const navigate = useNavigate()
  const saved = ({ content }: Taxon) => {
    letGo()
    void changed()
    void navigate(pages.taxonomy, { state: { said: `“${content.name}” is added.` } })
  }
  return (
    <Form
      form={form}
      request={(fields) => ({
        method: 'POST',
        url: link(paths.taxonomy, {}),
        body: { content: contentOf(kind, fields) },
      })}
      onSaved={saved}
      pointers={pointers}
    >
      <TaxonFieldset kind={kind} taxa={taxa} />
      <div className="offing-row offing-form-end">
        <SubmitButton>Add the {kindNames[kind].one}</SubmitButton>
        <Link to={pages.taxonomy}>Leave without adding it</Link>
      </div>
    </Form>
  )
}

/** After the last, with room to put others between. */
function nextPlace(kind: TaxonKind, taxa: readonly Taxon[]): string {
  const places = taxa.flatMap(({ content }) =>
    content.kind === kind && content.kind !== 'specialism' ? [content.position] : [],
  )
  return kind === 'specialism' ? '' : String(Math.min(999, Math.max(0, ...places) + 1))
}
