import { link, paths } from '../../api/contract/paths.ts'
import type { PolicyFrameList } from '../../api/contract/policy.ts'
import type { ScanTeam, TechnologyList } from '../../api/contract/technologies.ts'
import type { TechnologyChangeList, TechnologyComparison } from '../../api/contract/technology-changes.ts'
import type { NoticeList, TechnologyNoteList } from '../../api/contract/technology-notes.ts'
import { withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'

export const usePolicyFrames = () =>
  useJson<PolicyFrameList>(['policy-frames'], link(paths.policyFrames, {}), { staleTime: 60_000 })

/** Technologies that some words find; none are asked for without any. */
export const useTechnologiesNamed = (q: string) =>
  useJson<TechnologyList>([keys.technologies, 'named', q], withQuery(link(paths.technologies, {}), { q, limit: 8 }), {
    enabled: q !== '',
  })

export const useScanTeam = (options: { enabled?: boolean } = {}) =>
  useJson<ScanTeam>(['scan-team'], link(paths.scanTeam, {}), { staleTime: 60_000, ...options })

export const useNotices = (technology: string) =>
  useJson<NoticeList>([keys.signals, 'notices', technology], link(paths.technologyNotices, { technology }))

export const notesKey = (technology: string) => ['technology-notes', technology]
export const useNotes = (technology: string) =>
  useJson<TechnologyNoteList>(notesKey(technology), link(paths.technologyNotes, { technology }))

/** A page of a technology's history, with the technology's own key first: what changes it makes its history out of date. */
export const useChanges = (technology: string, cursor: string) =>
  useJson<TechnologyChangeList>(
    [keys.technology, technology, 'changes', cursor],
    withQuery(link(paths.technologyChanges, { technology }), { cursor }),
    { keep: true },
  )

export const useComparison = (technology: string, from: string, to: string) =>
  useJson<TechnologyComparison>(
    [keys.technology, technology, 'comparison', from, to],
    withQuery(link(paths.technologyComparison, { technology }), { from, to }),
    { enabled: from !== '' && to !== '', keep: true },
  )
