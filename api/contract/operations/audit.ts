import { AuditCheck, AuditChoices, AuditFilters, AuditList, AuditQuery } from '../audit.ts'
import { spreadsheets } from '../media.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'

export const listAudit = operation({
  id: 'listAudit',
  method: 'get',
  path: paths.audit,
  summary: 'The audit trail, the newest entry first',
  query: AuditQuery,
  answers: { 200: AuditList },
})

export const listAuditChoices = operation({
  id: 'listAuditChoices',
  method: 'get',
  path: paths.auditChoices,
  summary: 'What the audit trail can be searched by: the actions in it, and people',
  answers: { 200: AuditChoices },
})

export const exportAuditCsv = operation({
  id: 'exportAuditCsv',
  method: 'get',
  path: paths.auditCsv,
  summary: 'Entries of the audit trail as a CSV file, the oldest first',
  exports: true,
  query: AuditFilters,
  answers: { 200: null },
  media: spreadsheets.csv,
})

export const exportAuditLines = operation({
  id: 'exportAuditLines',
  method: 'get',
  path: paths.auditLines,
  summary: 'The same as lines of JSON, from which every digest can be worked out again',
  exports: true,
  query: AuditFilters,
  answers: { 200: null },
  media: 'application/x-ndjson',
})

export const readAuditCheck = operation({
  id: 'readAuditCheck',
  method: 'get',
  path: paths.auditCheck,
  summary: 'The last check of the whole trail, or how far it has come',
  answers: { 200: AuditCheck },
})

export const checkAudit = operation({
  id: 'checkAudit',
  method: 'post',
  path: paths.auditCheck,
  summary: 'Check the whole trail, from the first entry to the last; it goes on after the answer',
  answers: { 200: AuditCheck },
})
