import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { MethodVersion } from '../../../api/contract/method.ts'
import { link, pageLink, pages, paths } from '../../../api/contract/paths.ts'
import type { Scan } from '../../../api/contract/scans.ts'
import type { Tagged } from '../../shared/api-client.ts'
import { Form, SubmitButton } from '../../shared/forms/index.ts'
import { useScanChanged } from '../use-scan-changed.ts'
import { ApprovalFields } from './ApprovalFields.tsx'
import { BandFields } from './BandFields.tsx'
import { MinimaFields } from './MinimaFields.tsx'
import { fieldsOf, requestFrom } from './method-fields.ts'
import { RuleFields } from './RuleFields.tsx'
import { WeightFields } from './WeightFields.tsx'

interface Props {
  scan: Scan
  read: Tagged<MethodVersion>
  onDone: (said: string) => void
}

export function MethodForm({ scan, read, onDone }: Props) {
  const changed = useScanChanged()
  const present = fieldsOf(read.value)
  const form = useForm({ defaultValues: present, shouldFocusError: false })
  const saved = async ({ version }: MethodVersion) => {
    await changed()
    onDone(
      version === read.value.version
        ? 'Nothing was changed.'
        : `Version ${version} of the method is in force from now on.`,
    )
  }
  return (
    <Form
      form={form}
      request={(fields) => ({
        method: 'PUT',
        url: link(paths.method, { scan: scan.slug }),
        body: requestFrom(fields, scan.horizonYears),
        tag: read.tag ?? `"${read.value.version}"`,
      })}
      onSaved={(version: MethodVersion) => void saved(version)}
    >
      <WeightFields />
      <BandFields scan={scan} />
      <RuleFields />
      <MinimaFields scan={scan} />
      <ApprovalFields version={read.value} present={present} />
      <div className="offing-row offing-form-end">
        <SubmitButton>Save the method</SubmitButton>
        <Link to={pageLink(pages.scan, { scan: scan.slug })}>Cancel</Link>
      </div>
    </Form>
  )
}
