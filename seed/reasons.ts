import { chanceFor } from './chance.ts'

/** Made up like the answers they stand with: why somebody expects much more change than the others, or much less. */
const more = [
  'Once this is routine, most of our bench work goes and reporting is what is left.',
  'It changes who does the test and where: more of it would move out of the department.',
  'We would need new posts with data skills, and training takes longer than buying the equipment.',
  'Referrals would rise well beyond what our present rooms and staff can take.',
  'It would bring results to the bedside, and we would have to train and oversee the people there.',
  'Our curriculum has none of this yet; everybody who is in post would need it.',
  'It makes one pathway of what are three departments today.',
  'Accreditation, quality control and on-call would all have to be set up again.',
]
const less = [
  'We run something close to this already, so the step is smaller than it looks.',
  'It would be bought as a send-away service; here it changes little but the request form.',
  'The evidence is from single centres. I expect it to stay a second-line test.',
  'It replaces one method by another on the same bench, by the same people.',
  'Nobody here has the budget for it; what comes first is replacing what we have.',
  'A reference centre would do it for the whole region, and we would read the report.',
  'It helps with a question that we are seldom asked.',
  'Few of our patients would be offered it within these years.',
]

/** A reason for an answer that stands so far apart (positive: higher). The same person gives the same on a technology. */
export function madeUpReason(apart: number, technology: string, email: string): string {
  const reasons = apart > 0 ? more : less
  return reasons[chanceFor('reason', technology, email).whole(0, reasons.length - 1)]!
}
