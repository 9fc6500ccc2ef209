/** Why single sign-on did not sign somebody in, as the sign-in page's address says it. */
export const signOnProblems = [
  'stopped',
  'expired',
  'failed',
  'unavailable',
  'no-address',
  'address-not-checked',
  'address-taken',
  'switched-off',
  'no-role',
] as const

export type SignOnProblem = (typeof signOnProblems)[number]
