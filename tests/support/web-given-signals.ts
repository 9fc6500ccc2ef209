import type { Signal, SignalList } from '../../api/contract/signals.ts'

/** A signal as pages see it, with what decides the outcome. */
export const signal = (title: string, with_: Partial<Signal> = {}): Signal => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  version: 1,
  origin: 'import',
  source: null,
  title,
  text: '',
  webAddress: null,
  dated: null,
  datePrecision: null,
  organisation: '',
  status: '',
  identifiers: [],
  service: '',
  interest: '',
  scan: null,
  specialism: null,
  technology: null,
  sentBy: null,
  senderAddress: null,
  receivedAt: '2026-11-02T09:00:00Z',
  records: 0,
  state: 'unread',
  reason: null,
  note: '',
  triagedBy: null,
  triagedAt: null,
  owner: null,
  technologies: [],
  ...with_,
})

export const signalList = (items: Signal[]): SignalList => ({
  items,
  total: items.length,
  nextCursor: null,
  counts: { unread: items.length, linked: 0, dismissed: 0 },
})
