/** How a sheet is set: each step takes less room than the one before, and the first that fits is taken. */
export interface Fit {
  /** Of the text, in points. */
  size: number
  /** Characters after which a text of the edition is cut, and says so; null: none is. */
  most: number | null
  /** Characters after which a technology's name is cut. */
  name: number
}

export interface FirstFit extends Fit {
  /** Width of the radar, in millimetres. */
  radar: number
  /** How many technologies of one movement are named. */
  named: number
}

export interface SecondFit extends Fit {
  /** Rows of the table. */
  rows: number
  /** Technologies of a recommendation by the number that they have on the radar, where they are on it; otherwise by name. */
  byPlace: boolean
}

export const firstFits: readonly FirstFit[] = [
  { size: 9, radar: 118, name: 75, named: 12, most: null },
  { size: 8.5, radar: 118, name: 65, named: 8, most: null },
  { size: 8.5, radar: 112, name: 50, named: 6, most: 900 },
  { size: 8, radar: 104, name: 50, named: 6, most: 600 },
  { size: 8, radar: 92, name: 56, named: 5, most: 400 },
  { size: 7.5, radar: 88, name: 60, named: 4, most: 250 },
  { size: 7.5, radar: 80, name: 60, named: 3, most: 150 },
]

export const secondFits: readonly SecondFit[] = [
  { size: 9, rows: 25, name: 200, byPlace: false, most: null },
  { size: 8.5, rows: 25, name: 200, byPlace: false, most: null },
  { size: 8, rows: 25, name: 75, byPlace: true, most: null },
  { size: 8, rows: 20, name: 75, byPlace: true, most: null },
  { size: 7.5, rows: 20, name: 80, byPlace: true, most: null },
  { size: 7.5, rows: 15, name: 80, byPlace: true, most: null },
  { size: 7.5, rows: 10, name: 80, byPlace: true, most: null },
  { size: 7.5, rows: 10, name: 80, byPlace: true, most: 400 },
  { size: 7.5, rows: 10, name: 80, byPlace: true, most: 250 },
]
