import './rounds.scss'
import '../scans/scans.scss'
import { useForm } from 'react-hook-form'
import { Link, useNavigate, useParams } from 'react-router'
import type { Panel } from '../../api/contract/panel.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot } from '../../api/scans/round.ts'
import { dayIn } from '../scans/days.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useMay } from '../shared/account.ts'
import { DateField, dateFrom, Form, noDate, Radios, SubmitButton } from '../shared/forms/index.ts'
import { usePanel, useScan, useTechnologies } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { listed } from '../shared/words.ts'
import { Unsourced } from './CannotEnter.tsx'
import { PickList } from './PickList.tsx'
import { whens } from './when.ts'
import { wrongDay } from './wrong-day.ts'

const most = 20

/** Tries the questions out on few people and few technologies, before the first round. */
export default function PilotPage() {
  const { scan = '' } = useParams()
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => <Whole scan={value} />}
    </Loaded>
  )
}

function Whole({ scan }: { scan: Scan }) {
  const title = `Pilot round of ${scan.name}`
  useTitle(title)
  const may = useMay('rounds.run')
  const tooLate = scan.rounds.some((round) => isPilot(round) || round.openedAt !== null)
  return (
    <>
      <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p className="nhsuk-u-reading-width">
        A few people answer about a few technologies, to see whether the questions are clear. Their answers never count,
        and the scan stays as it is: it is not frozen by a pilot.
      </p>
      {!may && <p>The scan team runs pilots.</p>}
      {may && tooLate && (
        <Empty title="This cannot be done now">
          <p>There is one pilot a scan, before its first round opens.</p>
        </Empty>
      )}
      {may && !tooLate && <Choose scan={scan} />}
    </>
  )
}

function Choose({ scan }: { scan: Scan }) {
  return (
    <Loaded query={usePanel(scan.slug)} what="the panel">
      {(panel) => <PilotForm scan={scan} panel={panel} />}
    </Loaded>
  )
}

function PilotForm({ scan, panel }: { scan: Scan; panel: Panel }) {
  const values = { panellists: [] as string[], technologies: [] as string[], closesOn: noDate, when: 'band' }
  const form = useForm({ defaultValues: values, shouldFocusError: false })
  const technologies = useTechnologies({ limit: 200 }).data?.items ?? []
  const names = new Map(scan.specialisms.map(({ slug, name }) => [slug, name]))
  const changed = useScanChanged()
  const navigate = useNavigate()
  const saved = async () => {
    await changed()
    const said = 'The pilot round is open. Those you chose find it under My answers.'
    await navigate(pageLink(pages.round, { scan: scan.slug, number: '0' }), { state: { said } })
  }
  const some = (what: string) => (chosen: string[]) =>
    (chosen.length > 0 && chosen.length <= most) || `Choose 1 to ${most} ${what}`
  return (
    <Form
      form={form}
      request={({ closesOn, when, ...chosen }) => ({
        method: 'POST',
        url: link(paths.pilot, { scan: scan.slug }),
        body: { ...chosen, closesOn: dateFrom(closesOn), asksYears: when === 'years' },
      })}
      onSaved={(_: Round) => void saved()}
    >
      <PickList
        name="panellists"
        label="Who takes part"
        choices={panel.items
          .filter(({ leftAt }) => leftAt === null)
          .map(({ id, name, specialisms }) => ({
            value: id,
            label: `${name} (${listed(specialisms.map((slug) => names.get(slug) ?? slug))})`,
          }))}
        rules={{ validate: some('people') }}
      />
      <PickList
        name="technologies"
        label="Technologies"
        choices={technologies
          .filter(({ hasDatedSource }) => hasDatedSource)
          .map(({ slug, name }) => ({ value: slug, label: name }))}
        rules={{ validate: some('technologies') }}
      />
      <Unsourced names={technologies.filter(({ hasDatedSource }) => !hasDatedSource).map(({ name }) => name)} />
      <DateField
        name="closesOn"
        label="Closing day (optional)"
        hint="For example, 12 3 2027. The pilot closes by itself at the end of that day."
        check={(date) => wrongDay(date, dayIn(scan.timeZone))}
      />
      <Radios name="when" label="How is the panel asked when the milestone will be reached?" choices={whens} />
      <div className="offing-row offing-form-end">
        <SubmitButton>Open the pilot round</SubmitButton>
        <Link to={pageLink(pages.scan, { scan: scan.slug })}>Cancel</Link>
      </div>
    </Form>
  )
}
