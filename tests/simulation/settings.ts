import { type Simulation, usualPanel } from '../support/simulated-panel.ts'

/** A kind of made-up panel, and how many of them are made. */
export interface Setting {
  name: string
  panels: number
  simulation: Omit<Simulation, 'seed'>
}

const base = { ...usualPanel, residue: 1.6, answering: 1 }
const seats: [number, number][] = [
  [1, 2],
  [1, 4],
  [2, 2],
  [4, 4],
]
/** So many that each setting's own error is small: technologies of one panel share their chances. */
const panelsAt = { 30: 20, 100: 10, 300: 6 }

/** Every combination of the ends of what a scan may be like, and of what lies between. */
export const grid: readonly Setting[] = seats.flatMap((panel) =>
  [3, 10].flatMap((asked) =>
    ([30, 100, 300] as const).flatMap((technologies) =>
      [0.2, 1, 2].map((leaning) => ({
        name: `${panel[0] === panel[1] ? panel[0] : panel.join('–')} | ${asked} | ${technologies} | ${leaning}`,
        panels: panelsAt[technologies],
        simulation: { ...base, panel, asked, technologies, leaning },
      })),
    ),
  ),
)

/** What the promise does not speak of. */
export const beyond: readonly Setting[] = (
  [
    ['half of the answers are missing', { answering: 0.5 }],
    ['specialisms differ by 1.5', { specialismLevel: 1.5 }],
    ['leanings of 3', { leaning: 3 }],
    ['one answer in ten is “no”, at random', { no: 0.1 }],
    ['12 technologies, 5 specialisms, 3 asked', { technologies: 12, specialisms: 5, asked: 3, panel: [2, 3] }],
  ] as [string, Partial<Simulation>][]
).map(([name, changes]) => ({ name, panels: 20, simulation: { ...base, technologies: 60, leaning: 1, ...changes } }))
