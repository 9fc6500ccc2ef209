import type { PanelMember } from '../../api/contract/panel.ts'

type Said = Pick<PanelMember, 'noticeReadAt' | 'namedConsent' | 'declared'>

const naming = (consent: boolean | null) => {
  if (consent === null) return 'has not said whether they may be named'
  return consent ? 'may be named' : 'not to be named'
}
const interests = { none: 'no interests', some: 'has declared interests' } as const

/** What somebody has said about taking part: "Notice read, may be named, no interests". */
export function takingPart({ noticeReadAt, namedConsent, declared }: Said): string {
  if (noticeReadAt === null && namedConsent === null && declared === null) return 'Notice not read yet'
  return [
    noticeReadAt === null ? 'Notice not read yet' : 'Notice read',
    naming(namedConsent),
    declared === null ? 'interests not declared yet' : interests[declared],
  ].join(', ')
}
