/** Media types of spreadsheets. Apart from the schemas, so that a page that sends one need not load these. */
export const spreadsheets = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A radar of another tool. */
export const radarMedia = 'application/json'

/** The largest file that an import takes, in bytes. A workbook may hold as much again once unpacked. */
export const largestImport = { csv: 200_000_000, xlsx: 50_000_000, radar: 10_000_000 } as const
