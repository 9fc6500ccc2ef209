/** Stands on every page that shows figures made from made-up answers, or made-up reviews, and is printed with them. */
export function DemonstrationNotice({ reviews = false }: { reviews?: boolean }) {
  return (
    <p className="offing-callout offing-callout--warning offing-callout--slim">
      <strong>Demonstration answers.</strong> The technologies and their sources are real. The panel’s answers, and
      every score, place and year made from them, are made up.
      {reviews && ' So are the reviews that came with the demonstration, and who signed them.'}
    </p>
  )
}
