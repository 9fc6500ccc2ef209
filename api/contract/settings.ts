import { z } from './z.ts'

/**
 * A setting as it stands. `state` is `default` where it was left out, `secret` where it is set and not told; `value` is null where it is
 * not set or not told.
 */
const OneSetting = z
  .strictObject({
    name: z.string(),
    meaning: z.string(),
    value: z.string().nullable(),
    state: z.enum(['default', 'set', 'secret']),
  })
  .openapi('OneSetting')

/** `mail` says whether the registry sends mail itself. */
export const SettingList = z.strictObject({ items: z.array(OneSetting), mail: z.boolean() }).openapi('SettingList')

export type SettingList = z.infer<typeof SettingList>
