import { expect, it } from '@jest/globals'
import { countInterests } from '../../api/consensus/interests-counted.ts'

it('declarations are counted as they stood at the closing, one a person, for those on the panel', () => {
  const declared = [
    { panellist: 'ann', kind: 'some', declaredAt: '2026-01-01' },
    { panellist: 'ben', kind: 'none', declaredAt: '2026-01-02' },
    { panellist: 'gone', kind: 'some', declaredAt: '2026-01-02' },
    { panellist: 'ann', kind: 'none', declaredAt: '2026-01-03' },
    { panellist: 'ben', kind: 'some', declaredAt: '2026-02-01' },
  ] as const
  const panel = ['ann', 'ben', 'cat'].map((id) => ({ id }))
  expect(countInterests(declared, '2026-01-31', panel)).toEqual({ none: 2, some: 0, notDeclared: 1 })
  expect(countInterests(declared, '2026-02-28', panel)).toEqual({ none: 1, some: 1, notDeclared: 1 })
})
