import { useFormContext } from 'react-hook-form'

/** A field for programs that fill in whatever there is: people neither see nor reach it. */
export function RobotField() {
  const { register } = useFormContext()
  return (
    <div hidden>
      <label htmlFor="leaveEmpty">Leave this empty</label>
      <input id="leaveEmpty" type="text" tabIndex={-1} autoComplete="off" {...register('leaveEmpty')} />
    </div>
  )
}
