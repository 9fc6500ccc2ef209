import './sources.scss'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { ConnectorList, Source } from '../../api/contract/sources.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { draftOf } from '../shared/drafts.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useFormDraft } from '../shared/use-form-draft.ts'
import { useTitle } from '../shared/use-title.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { PracticeNotice } from './PracticeNotice.tsx'
import { useConnectors, useSourcesChanged } from './queries.ts'
import { SourceFieldset } from './SourceFieldset.tsx'
import { addRequest, noSource, type SourceFields } from './source-fields.ts'
import { TryIt } from './TryIt.tsx'

/** Adds a source: its kind, what to look for, how often. */
export default function AddSourcePage() {
  useTitle('Add a source')
  const may = useMay('sources.write')
  const query = useConnectors()
  if (!may) return <Empty title="Sources are for the scan team and administrators" isPage />
  return (
    <>
      <WorkbenchTabs />
      <h1 className="nhsuk-heading-l">Add a source</h1>
      <PracticeNotice />
      <Loaded query={query} what="the kinds of sources">
        {(about) => <AddForm about={about} />}
      </Loaded>
    </>
  )
}

function AddForm({ about }: { about: ConnectorList }) {
  const key = `source new ${useAccount().account.id}`
  const [start] = useState(() => noSource(new Date()))
  const form = useForm<SourceFields>({ defaultValues: draftOf<SourceFields>(key) ?? start, shouldFocusError: false })
  const { letGo } = useFormDraft(key, form, start)
  const changed = useSourcesChanged()
  const navigate = useNavigate()
  const saved = async (source: Source) => {
    letGo()
    await changed()
    const said =
      source.schedule === 'off' ? 'It is added. Press “Read now” to read it.' : 'It is added, and will be read now.'
    void navigate(pageLink(pages.source, { source: source.id }), { state: { said } })
  }
  return (
    <Form
      form={form}
      request={(fields) => ({ method: 'POST', url: link(paths.sources, {}), body: addRequest(fields) })}
      onSaved={(source: Source) => void saved(source)}
    >
      <SourceFieldset about={about} isNew />
      <TryIt />
      <div className="offing-row offing-form-end">
        <SubmitButton>Add the source</SubmitButton>
        <Link to={pages.sources}>Leave without adding it</Link>
      </div>
    </Form>
  )
}
