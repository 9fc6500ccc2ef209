import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import type { WorthAnotherLook } from '../../api/contract/next-round.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { dayIn } from '../scans/days.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { DateField, dateFrom, Form, noDate, Radios, SubmitButton } from '../shared/forms/index.ts'
import { LookTable } from './LookTable.tsx'
import { whens } from './when.ts'
import { wrongDay } from './wrong-day.ts'

interface Props {
  scan: Scan
  /** What is worth another look; undefined before a first round. */
  look: WorthAnotherLook | undefined
}

/** The round to be prepared; nobody is asked before it is opened. */
export function PrepareForm({ scan, look }: Props) {
  const technologies = look?.items.map(({ technology }) => technology.slug) ?? []
  const found = technologies.join(' ')
  const form = useForm({ defaultValues: { closesOn: noDate, when: 'band', technologies }, shouldFocusError: false })
  const { setValue } = form
  // Another shortlist is chosen whole; what else was typed stays.
  useEffect(() => setValue('technologies', found.split(' ').filter(Boolean)), [found, setValue])
  const { get } = useAddress()
  const changed = useScanChanged()
  const navigate = useNavigate()
  const saved = async (round: Round) => {
    await changed()
    const said = `Round ${round.number} is prepared. Nobody is asked until you open it.`
    await navigate(pageLink(pages.round, { scan: scan.slug, number: String(round.number) }), { state: { said } })
  }
  const shortlist = look?.shortlistedBy === 'groups' ? 'shortlistGroups' : 'shortlistPlaces'
  const length = look && lengthOf(look, get(look.shortlistedBy))
  return (
    <Form
      form={form}
      request={({ closesOn, when, technologies: chosen }) => ({
        method: 'POST',
        url: link(paths.rounds, { scan: scan.slug }),
        body: {
          asksYears: when === 'years',
          closesOn: dateFrom(closesOn),
          ...(look && { technologies: chosen, [shortlist]: length }),
        },
      })}
      onSaved={(round: Round) => void saved(round)}
    >
      {look && <LookTable look={look} />}
      <DateField
        name="closesOn"
        label="Closing day (optional)"
        hint="For example, 12 3 2027. Panel members see it. The round closes by itself at the end of that day; you can put it off."
        check={(date) => wrongDay(date, dayIn(scan.timeZone))}
      />
      <Radios name="when" label="How is the panel asked when the milestone will be reached?" choices={whens} />
      <div className="offing-row offing-form-end">
        <SubmitButton>Prepare the round</SubmitButton>
        <Link to={pageLink(pages.scan, { scan: scan.slug })}>Cancel</Link>
      </div>
    </Form>
  )
}

/** As the address has it, or as far as the shortlist that is shown reaches. */
function lengthOf(look: WorthAnotherLook, asked: string): number | null {
  if (asked) return Number(asked)
  const reached = look.items
    .filter(({ why }) => why.includes('shortlist'))
    .map(({ group, place }) => (look.shortlistedBy === 'groups' ? group : place) ?? 1)
  return reached.length > 0 ? Math.max(...reached) : null
}
