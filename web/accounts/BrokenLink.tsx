import { Link } from 'react-router'

/** Where a page was opened without its link, or with half of it. */
export function BrokenLink({ title, askAgain }: { title: string; askAgain: string }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p className="nhsuk-u-reading-width">
        This page needs the link from your mail. Open the link again, or copy all of it, as far as its last letter.
      </p>
      <p>
        <Link to={askAgain}>Ask for a new link</Link>
      </p>
    </>
  )
}
