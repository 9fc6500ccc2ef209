import type { AuditCheck, AuditChoices, AuditList } from '../../api/contract/audit.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { useJson } from '../shared/queries.ts'

export const auditKey = 'audit'

export const useTrail = (query: AddressChanges) =>
  useJson<AuditList>([auditKey, query], withQuery(link(paths.audit, {}), query), { keep: true })

export const useAuditChoices = () => useJson<AuditChoices>([auditKey, 'choices'], link(paths.auditChoices, {}))

export const checkKey = [auditKey, 'check']
/** Read again every second while a check is running. */
export const useCheck = () =>
  useJson<AuditCheck>(checkKey, link(paths.auditCheck, {}), {
    again: (check) => (check?.state === 'running' ? 1_000 : false),
  })
