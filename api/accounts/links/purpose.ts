/** What a link is good for, once: a first password by an invitation, signing in, or another password. */
export type LinkPurpose = 'invitation' | 'sign-in' | 'password-reset'

/** How long each link holds, in minutes. */
export const minutesGood: Record<LinkPurpose, number> = {
  invitation: 14 * 24 * 60,
  'sign-in': 30,
  'password-reset': 60,
}
