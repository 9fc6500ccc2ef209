import { useFormContext } from 'react-hook-form'
import type { Specialism } from '../../../api/contract/technologies.ts'
import { overlapsAmong } from '../../../api/scans/overlaps.ts'
import { SpecialismField } from '../../shared/forms/index.ts'
import { Overlaps } from '../Overlaps.tsx'

/** The specialisms of a scan, with a warning where two of those chosen overlap. */
export function ChooseSpecialisms({ specialisms }: { specialisms: Specialism[] }) {
  const { watch, setValue, formState } = useFormContext<{ specialisms: string[] }>()
  const current = specialisms.filter((one) => one.current).map(({ slug }) => slug)
  const chosen = watch('specialisms')
  const overlaps = overlapsAmong(specialisms.filter(({ slug }) => chosen.includes(slug)))
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => setValue('specialisms', current, { shouldDirty: true, shouldValidate: formState.isSubmitted })}
      >
        Choose the {current.length} current specialisms
      </button>
      <SpecialismField
        name="specialisms"
        label="Specialisms of this scan"
        hint="They can no longer be changed once its first round opens."
        specialisms={specialisms}
        rules={{ validate: (picked: string[]) => picked.length > 0 || 'Choose at least one specialism' }}
      />
      <Overlaps overlaps={overlaps} nameOf={(slug) => specialisms.find((one) => one.slug === slug)?.name ?? slug} />
    </>
  )
}
