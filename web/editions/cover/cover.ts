import type { Edition, EditionRequest } from '../../../api/contract/editions.ts'

/** The cover of an edition as a request would have it. */
export const coverOf = ({ title, note, purpose, gaps, shownToBoard, recommendations }: Edition): EditionRequest => ({
  title,
  note,
  purpose,
  gaps,
  shownToBoard,
  recommendations: recommendations.map(({ technologies, ...rest }) => ({
    ...rest,
    technologies: technologies.map(({ slug }) => slug),
  })),
})
