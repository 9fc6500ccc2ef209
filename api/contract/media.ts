/** Media types of spreadsheets. Apart from the schemas, so that a page that sends one need not load these. */
export const spreadsheets = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
