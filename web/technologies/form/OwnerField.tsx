import { useFormContext } from 'react-hook-form'
import { Select } from '../../shared/forms/index.ts'
import { useScanTeam } from '../queries.ts'
import type { TechnologyFields } from '../technology-fields.ts'

/** Who in the scan team looks after it. `present` is who does, though they may have left the team. */
export function OwnerField({ present }: { present: { id: string; name: string } | null }) {
  const team = useScanTeam().data?.items ?? []
  const chosen = useFormContext<TechnologyFields>().watch('owner')
  const others = present && !team.some(({ id }) => id === present.id) ? [present] : []
  // Until the team is known, what is chosen must stay choosable, or the browser would choose another.
  const unknown = chosen && ![...team, ...others].some(({ id }) => id === chosen) ? [{ id: chosen, name: '…' }] : []
  return (
    <Select
      name="owner"
      label="Who in the team looks after it? (optional)"
      empty="Nobody yet"
      choices={[...team, ...others, ...unknown].map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
