import { useAbout } from '../shared/queries.ts'

/** Whom people turn to, as the organisation has set it. */
export function Contact({ what }: { what: string }) {
  const about = useAbout().data
  if (!about) return null
  return (
    <p>
      {what} {about.contact ?? `the people at ${about.organisation} who invited you`}.
    </p>
  )
}
