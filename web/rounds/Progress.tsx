interface Props {
  label: string
  done: number
  of: number
}

/** A bar with its numbers beside it. */
export function Progress({ label, done, of }: Props) {
  const share = of === 0 ? 0 : done / of
  return (
    <div className="offing-progress">
      <span className="offing-progress__label">{label}</span>
      <svg className="offing-progress__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="offing-progress__ground" width="100" height="10" />
        <rect className="offing-progress__done" width={share * 100} height="10" />
      </svg>
      <span className="offing-progress__numbers">
        {done.toLocaleString('en-GB')} of {of.toLocaleString('en-GB')}
      </span>
    </div>
  )
}
