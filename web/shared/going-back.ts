type Ask = () => boolean

let ask: Ask | null = null

/** Lets one page say whether somebody may go back or forward from it. What it returns takes the question away again. */
export function askBeforeGoingBack(question: Ask): () => void {
  ask = question
  return () => {
    if (ask === question) ask = null
  }
}

// Listeners hear of it in the order in which they came, so this one must be here before the router's: main.tsx loads it.
window.addEventListener('popstate', (event) => {
  if (ask && !ask()) event.stopImmediatePropagation()
})
