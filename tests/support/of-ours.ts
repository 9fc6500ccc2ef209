/** What a browser adds to the requests of our own pages, and no page can: without it, a write that a form could send is refused. */
export const ofOurs = { 'Sec-Fetch-Site': 'same-origin' }
