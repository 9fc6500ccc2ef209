import { chanceFor } from './chance.ts'

/** A made-up member of the demonstration's panel. */
export interface DemonstrationPanellist {
  email: string
  name: string
  specialisms: string[]
  /** How high or low this person tends to mark, on the 1–9 scale. */
  leaning: number
  /** Never answers. */
  silent: boolean
}

/** The specialism lead one can look around as: two specialisms, so that the page shows how one moves between them. */
export const demonstrationLead = {
  email: 'lead@demonstration.invalid',
  name: 'Sam Okafor',
  specialisms: ['cardiac-science', 'respiratory-and-sleep-science'],
}

/** Specialisms from which nobody answers, so that the pages have to say from whom nothing was heard. */
const unheard = ['reconstructive-science', 'urodynamic-science']

/** Specialisms with larger panels, so that how their members differ may be shown. */
const large = [
  'clinical-biochemistry',
  'genomics',
  'clinical-microbiology',
  'histopathology',
  'clinical-scientific-computing',
]
const moreInLarge = 5

const givenNames =
  'Aisha Alan Amara Beth Callum Chloe Daniel Deepa Eilidh Emeka Farah Gareth Grace Hannah Imran Isla Jack Jaya Kofi Laura Liam Maya Megan Nadia Niamh Owen Priya Rhys Rosa Tom'.split(
    ' ',
  )
const surnames =
  'Abbott Ahmed Baker Begum Campbell Chen Clarke Davies Evans Fraser Green Hughes Iqbal Jones Kaur Khan Lewis Martin Morgan Nair Owusu Patel Price Reid Roberts Shah Singh Taylor Walsh Wright'.split(
    ' ',
  )

/** Three to five members for each specialism, more in large ones, about one in eight silent; the lead to look around as is one. */
export function demonstrationPanel(specialisms: readonly string[]): DemonstrationPanellist[] {
  const members = specialisms.flatMap((specialism, i) => {
    const hasLead = demonstrationLead.specialisms.includes(specialism)
    const size = chanceFor('size', specialism).whole(3, 5) - (hasLead ? 1 : 0)
    const more = large.includes(specialism) ? moreInLarge : 0
    return [
      ...Array.from({ length: size }, (_, n) => member(specialism, i * 5 + n)),
      ...Array.from({ length: more }, (_, n) => member(specialism, specialisms.length * 5 + i * moreInLarge + n)),
    ]
  })
  return [{ ...demonstrationLead, leaning: 0.4, silent: false }, ...members]
}

function member(specialism: string, number: number): DemonstrationPanellist {
  const chance = chanceFor('member', specialism, number)
  return {
    email: `panel-${number + 1}@demonstration.invalid`,
    name: `${givenNames[(number * 7) % 30]} ${surnames[(number * 11 + Math.floor(number / 30)) % 30]}`,
    specialisms: [specialism],
    leaning: chance.normal(0.9),
    silent: unheard.includes(specialism) || chance.oneIn(8),
  }
}
