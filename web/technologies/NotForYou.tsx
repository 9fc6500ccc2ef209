/** For roles that read technologies but do not enter them. */
export function NotForYou() {
  return (
    <div className="offing-state">
      <h1 className="nhsuk-heading-l">Technologies are entered by the scan team</h1>
      <p>Your role can read them. If one is missing or wrong, tell your scan team.</p>
    </div>
  )
}
