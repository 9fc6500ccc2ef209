/** How charts are drawn, so that they agree with each other: no movement, dark on white, text of a readable size. */
export const text = { fontSize: 14, fill: '#212b32' } as const
export const axisLine = { stroke: '#768692' } as const
export const gridLine = { stroke: '#d8dde0' } as const
export const barFill = '#005eb8'

/** The size before the page has been measured. */
export const firstSize = (height: number) => ({ width: 640, height })
