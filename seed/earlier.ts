import type { DecisionRequest, EditionRequest } from '../api/contract/editions.ts'

/** How a technology was described in a past year, where it was otherwise: by slug and year. */
export const earlierTexts: Record<string, Partial<Record<number, string>>> = {
  'optical-genome-mapping': {
    2024: 'Imaging of very long DNA molecules that shows large changes of chromosomes; few laboratories have tried it.',
  },
  'ai-support-for-histopathology': {
    2024: 'Digital slides with AI that marks suspicious areas, for a pathologist to confirm; mostly tried on prostate biopsies.',
  },
  'total-body-pet': {
    2024: 'Scanners that image the whole body at once, so far planned for research sites only.',
  },
  'ai-guided-echocardiography': {
    2024: 'Software that guides the user to good heart ultrasound views.',
    2025: 'Software that guides the user to good heart ultrasound views and begins to measure heart function.',
  },
  'smartwatch-detection-of-atrial-fibrillation': {
    2025: 'Watches that notice an irregular pulse and record a single-lead ECG.',
  },
}

/** What became of a technology between the two editions: real, by its source. */
export const adopted = {
  technology: 'ai-analysis-of-ct-brain-scans-in-acute-stroke',
  recordedOn: '2025-02-03',
  outcome: {
    kind: 'adopted',
    happenedOn: '2024-12-31',
    text: 'Some form of AI was in use in 99 of 107 stroke units in England in 2024.',
    sourceTitle: 'NICE supports integration of AI solutions for stroke diagnosis in the NHS',
    sourceUrl:
      'https://marketaccesstoday.com/nice-supports-integration-of-ai-solutions-for-stroke-diagnosis-in-the-nhs/',
  },
} as const

/** A cover and a decision of a past edition, made up like the panel's answers. */
export interface Cover {
  edition: Omit<EditionRequest, 'shownToBoard'>
  decision: Omit<DecisionRequest, 'on'>
}

const notAssessed = { assessed: false, text: '' }
const madeUp = 'Made up for the demonstration.'

export const covers: Record<number, Cover> = {
  2024: {
    edition: {
      title: '2024 radar',
      purpose: 'information',
      note: `${madeUp} The first radar of this kind. It says which technologies the panel expects to change services most, and how sure that order is.`,
      gaps: { cost: notAssessed, patientBenefit: notAssessed, inequalities: notAssessed },
      recommendations: [
        {
          text: `${madeUp} Ask each specialism that has not been heard from why, and invite its lead again for next year.`,
          owner: 'Horizon-scan team',
          by: '2024-09-30',
          technologies: ['pre-emptive-pharmacogenomic-panel-testing'],
        },
      ],
    },
    decision: {
      text: `${madeUp} Noted. The board asks for a second radar in a year's time, compared with this one.`,
      meeting: 'Board meeting (made up)',
    },
  },
  2025: {
    edition: {
      title: '2025 radar',
      purpose: 'decision',
      note: `${madeUp} The second radar. The board is asked to decide on two recommendations. What has changed since 2024 is told with how sure that is.`,
      gaps: {
        cost: notAssessed,
        patientBenefit: {
          assessed: true,
          text: `${madeUp} For technologies with NICE guidance the benefit to patients has been assessed there; for the others it has not.`,
        },
        inequalities: notAssessed,
      },
      recommendations: [
        {
          text: `${madeUp} Put optical genome mapping into the curriculum of trainees in genomics from the next intake.`,
          owner: 'Head of the school of healthcare science (made up)',
          by: '2025-12-31',
          technologies: ['optical-genome-mapping'],
        },
        {
          text: `${madeUp} Set up one group for the validation of AI that reads images, across radiology, pathology and cytology.`,
          owner: 'Clinical lead for digital diagnostics (made up)',
          by: '2025-10-31',
          technologies: ['ai-support-for-histopathology', 'ai-support-for-cervical-cytology'],
        },
      ],
    },
    decision: {
      text: `${madeUp} Both recommendations were approved. The group on AI reports to the board in the autumn.`,
      meeting: 'Board meeting (made up)',
    },
  },
}
