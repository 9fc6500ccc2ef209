import type { ImportKind } from '../contract/imports.ts'
import { stanceNames } from '../ranking/words.ts'

/** One thing that a column may hold, and what people head such a column. */
export interface Field {
  /** Its name in the programming interface. */
  field: string
  /** Its name on the page, in templates and in files of rows that could not be used. */
  title: string
  required: boolean
  /** Further headings, in small letters and digits alone. */
  headings: readonly string[]
  /** What to write, with an example. */
  hint: string
}

const field = (name: string, title: string, hint: string, headings: string, required = false): Field => ({
  field: name,
  title,
  required,
  headings: headings.split(' ').filter(Boolean),
  hint,
})

const needed = true

const technologies: readonly Field[] = [
  field('name', 'Name', 'As people call it', 'title technology technologyname technologytitle innovation', needed),
  field('aliases', 'Also known as', 'Several between semicolons', 'aliases alias othernames synonyms'),
  field('description', 'Description', 'What it is', 'whatitis summary about details', needed),
  field('wouldChange', 'What would change', 'At most 40 words', 'wouldchange whatchanges'),
  field('category', 'Category', 'One of the registry’s categories', 'slice technologycategory', needed),
  field('specialisms', 'Specialisms', 'Several between semicolons', 'specialism likelyspecialisms services', needed),
  field('kind', 'Kind', 'diagnostic, device, software, therapy or service', 'technologykind'),
  field('readiness', 'Readiness', '1 to 9', 'trl technologyreadinesslevel readinesslevel stage stageofdevelopment'),
  field('readinessOn', 'Readiness assessed on', 'A day, as 2026-03-12', 'readinesson trldate readinessdate'),
  field('milestone', 'Milestone', 'first, one-in-five or most', ''),
  field('milestonePlaces', 'Number of places', 'A whole number', 'milestoneplaces places numberofplaces'),
  field('milestoneSource', 'Source of the number of places', '', 'milestonesource sourceofplaces'),
  field('milestoneTest', 'How it will be known', '', 'milestonetest'),
  field(
    'evidenceKind',
    'Kind of evidence',
    'projection, policy, guidance, regulatory, trial or rollout',
    'evidencekind evidencetype typeofevidence',
  ),
  field('evidenceText', 'Evidence', 'What the source says', 'evidencetext firstevidence finding'),
  field('evidenceDate', 'Date of evidence', 'A day, a month or a year', 'evidencedate dateofthefact date'),
  field('evidenceDateRole', 'Happened or planned', 'happened or planned', 'evidencedaterole daterole'),
  field('sourceTitle', 'Source title', '', 'source reference publicationtitle'),
  field('sourcePublisher', 'Source publisher', '', 'publisher journal publishedby'),
  field('sourceYear', 'Source year', '', 'publicationyear yearofpublication'),
  field('sourceUrl', 'Web address', 'Begins with https://', 'sourceurl url link website sourcelink address weblink'),
  field('sourceType', 'Source type', 'official, research or secondary', 'typeofsource'),
  field('seenVia', 'Seen via', '', 'via'),
  field('retrievedOn', 'Retrieved on', 'A day, where no date is shown', 'retrieved accessed accessedon dateretrieved'),
]

const signals: readonly Field[] = [
  field('title', 'Title', '', 'name signal headline technology technologyname', needed),
  field('text', 'Text', 'What it says', 'description summary abstract details why body'),
  field('webAddress', 'Web address', 'Begins with https://', 'url link website address weblink sourceurl'),
  field('dated', 'Date', 'A day, a month or a year', 'dated published publishedon publicationdate dateofpublication'),
  field('organisation', 'Organisation', '', 'organization company sponsor publisher developer manufacturer'),
  field('status', 'Status', '', 'state phase'),
  field('identifiers', 'Identifiers', 'Several between semicolons', 'identifier doi registrationnumber pmid nctnumber'),
  field('source', 'Source', 'Where the list comes from', 'sourcename database register'),
  field(
    'record',
    'Record number',
    'What the source calls this record',
    'record recordid id sourcerecord reference number',
  ),
]

const ratings: readonly Field[] = [
  field(
    'member',
    'Panel member',
    'A label that names nobody, as P1; may be empty',
    'pseudonym member label rater respondent panellist participant',
    needed,
  ),
  field('technology', 'Technology', 'Its name, another name or its id', 'technologyname name title', needed),
  field('specialism', 'Specialism', 'Its name', 'service specialty', needed),
  field('stance', 'Does this affect your service?', Object.values(stanceNames).join('; '), 'stance affects affected'),
  field('impact', 'How much (1 to 9)', 'A whole number, where it is yes', 'impact howmuch rating score'),
  field('when', 'When', 'A span of years as the scan has it, a year, or I can’t say', 'band years arrival'),
  field('p10', 'As early as', 'A year', 'p10 early earliest'),
  field('p50', 'Middle guess', 'A year', 'p50 middle bestguess'),
  field('p90', 'As late as', 'A year', 'p90 late latest'),
  field('reason', 'Reason', '', 'reasons comment comments rationale'),
]

/** What may stand in the columns of a file, by what it brings. */
export const fieldsOf: Record<ImportKind, readonly Field[]> = { technologies, signals, ratings }
