import type { Words } from './resolver.ts'

/** What each field of evidence asks for, in the order of the page. */
export const evidenceWords: Words = {
  kind: 'Choose what kind of evidence this is',
  text: 'Say what the source says',
  dateRole: 'Say whether this has happened or is planned, or that the source shows no date',
  date: 'Enter the date as a day, a month or a year, in figures',
  retrievedOn: 'Enter the day on which you read the source: day, month and year',
  sourceTitle: 'Enter the title of the source',
  sourcePublisher: 'Enter who published the source',
  sourceYear: 'Enter the year of the source as four digits',
  sourceUrl: 'Enter the web address of the source',
  sourceType: 'Choose what type of source this is',
  seenVia: 'Say where you found the source',
}

export const technologyWords: Words = {
  name: 'Enter the name of the technology',
  aliases: 'Enter other names one a line, at most 20 of at most 120 characters',
  category: 'Choose a category',
  description: 'Describe the technology',
  wouldChange: 'Say what would change',
  specialisms: 'Choose at least one specialism that it may affect',
  specialismReasons: 'Say in at most 300 characters why it is likely to be affected',
  partOf: 'Choose the whole that it is a part of',
  policyItems: 'Choose items of national policy',
  owner: 'Choose who looks after it',
  kind: 'Choose the kind of technology',
  readiness: 'Choose the stage of development',
  readinessBasis: 'Say how the stage of development is known',
  readinessOn: 'Enter the day of the assessment: day, month and year',
  milestone: 'Choose a milestone',
  milestonePlaces: 'Enter the number of places as a whole number from 1 to 100,000',
  milestoneSource: 'Say where the number of places comes from',
  milestoneTest: 'Say how it will be known',
  ...Object.fromEntries(Object.entries(evidenceWords).map(([name, words]) => [`evidence.*.${name}`, words])),
}
