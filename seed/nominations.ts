import type { NominateRequest, OpenNominationRequest } from '../api/contract/signals.ts'

const madeUp = 'Made up for the demonstration.'
const open = { webAddress: null, source: '', interest: '', name: '', address: '', leaveEmpty: '' } as const

/** What people without an account nominated, made up like everything that the demonstration's people say; days ago. */
export const openNominations: readonly { days: number; request: OpenNominationRequest }[] = [
  {
    days: 6,
    request: {
      ...open,
      title: 'Breath test for lung infection',
      what: `${madeUp} A handheld device that tells bacterial from viral lung infection by the patient’s breath.`,
      why: 'Fewer sputum samples would reach the laboratory, and somebody would have to look after the devices on the wards.',
      specialism: 'respiratory-and-sleep-science',
      service: 'A district hospital (made up)',
      interest: 'None',
    },
  },
  {
    days: 4,
    request: {
      ...open,
      title: 'Watch that warns of an irregular pulse',
      what: `${madeUp} A watch that notices atrial fibrillation and records a single-lead ECG.`,
      why: 'People come to us with recordings that somebody has to read.',
      specialism: 'cardiac-science',
      service: 'A community cardiology service (made up)',
      interest: 'I wear one myself.',
    },
  },
  {
    days: 3,
    request: {
      ...open,
      title: 'Robot that moves specimens between buildings',
      what: `${madeUp} A small vehicle that carries specimens from theatre to the laboratory by itself.`,
      why: 'Porters would be free for other work; the laboratory would be told what is on its way.',
      specialism: null,
      service: 'An estates department (made up)',
      interest: 'We have been offered a free trial by its maker.',
    },
  },
]

/** What the lead one can look around as told the scan team: one thing that is missing, one that is out of date. */
export const leadNominations: readonly { days: number; request: Omit<NominateRequest, 'scan'> }[] = [
  {
    days: 8,
    request: {
      title: 'Oscillometry at home',
      text: `${madeUp} Forced oscillation devices for use at home are being tried with children who cannot do spirometry. I looked for it in my list and did not find it.`,
      webAddress: null,
      specialism: 'respiratory-and-sleep-science',
      technology: null,
    },
  },
  {
    days: 5,
    request: {
      title: 'Smartwatch detection of atrial fibrillation: stage out of date?',
      text: `${madeUp} Our clinic now accepts these recordings as they are. I think that this stands further along than your stage says.`,
      webAddress: null,
      specialism: 'cardiac-science',
      technology: 'smartwatch-detection-of-atrial-fibrillation',
    },
  },
]
