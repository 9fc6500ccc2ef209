/** How the lines of a comparison are told apart: by colour, by dashes and by the shape of their marks. */
export interface LineLook {
  colour: string
  dashes: string
  mark: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross'
}

export const lineLooks: readonly LineLook[] = [
  { colour: '#005eb8', dashes: '', mark: 'circle' },
  { colour: '#ae2573', dashes: '8 4', mark: 'square' },
  { colour: '#006747', dashes: '2 4', mark: 'triangle' },
  { colour: '#330072', dashes: '12 3 2 3', mark: 'diamond' },
  { colour: '#8a4a00', dashes: '5 3', mark: 'cross' },
]

export const mostCompared = lineLooks.length
