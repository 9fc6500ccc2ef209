/** Two technologies are decided on together: either may have been changed. */
export const changedMeanwhile = (
  <>
    <strong>Somebody else changed one of them after you opened this page,</strong> so nothing was done. The page now
    shows them as they are: look again, then decide.
  </>
)
