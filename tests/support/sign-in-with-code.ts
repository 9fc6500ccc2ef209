import { generateSync } from 'otplib'

const json = { 'Content-Type': 'application/json' }
/** What was given to whom when they set up their second factor, by address. */
const recoveryCodes = new Map<string, string[]>()

/**
 * Signs somebody in at a running server as a program would, second factor and all, and gives the headers of their further requests. Who was
 * asked to set one up is asked for a code the next time: then a recovery code is given, since half a minute is long in a test.
 */
export async function signInWithCode(base: string, email: string, password: string): Promise<Record<string, string>> {
  let cookie = ''
  const send = async <T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> => {
    const init = { method, headers: { ...json, Cookie: cookie }, body: JSON.stringify(body) }
    const answer = await fetch(`${base}/api/v1${path}`, init)
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return (await answer.json()) as T
  }
  const { awaits } = await send<{ awaits: string | null }>('POST', '/session', { email, password })
  if (awaits === 'second-factor-set-up') {
    const { secret } = await send<{ secret: string }>('POST', '/own-account/second-factor', {})
    const made = await send<{ recoveryCodes: string[] }>('PUT', '/own-account/second-factor', {
      code: generateSync({ secret }),
    })
    recoveryCodes.set(email, made.recoveryCodes)
  }
  if (awaits === 'second-factor')
    await send('POST', '/session/second-factor', { code: recoveryCodes.get(email)!.pop() })
  return { ...json, Cookie: cookie }
}
