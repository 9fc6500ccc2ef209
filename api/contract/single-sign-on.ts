import { z } from './z.ts'

/** Why single sign-on did not sign somebody in, as the sign-in page's address says it. */
export const SignOnProblem = z.enum([
  'stopped',
  'expired',
  'failed',
  'unavailable',
  'no-address',
  'address-not-checked',
  'address-taken',
  'switched-off',
  'no-role',
])

export type SignOnProblem = z.infer<typeof SignOnProblem>
