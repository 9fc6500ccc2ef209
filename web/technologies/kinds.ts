import type { Kind } from '../../api/contract/technologies.ts'

export const kinds: { value: Kind; label: string }[] = [
  { value: 'diagnostic', label: 'Diagnostic test' },
  { value: 'device', label: 'Device' },
  { value: 'software', label: 'Software' },
  { value: 'therapy', label: 'Therapy' },
  { value: 'service', label: 'Way of working' },
]
