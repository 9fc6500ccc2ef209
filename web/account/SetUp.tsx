import { useEffect, useRef, useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { RecoveryCodes, SecondFactorSecret } from '../../api/contract/second-factor.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { CodeForm } from './CodeForm.tsx'
import { QrCode } from './QrCode.tsx'

interface Props {
  onDone: (codes: string[]) => void
  onCancel?: () => void
}

/** A first second factor, from the press that begins it to the code that confirms it. */
export function SetUp({ onDone, onCancel }: Props) {
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null)
  const [outcome, setOutcome] = useState<Outcome<SecondFactorSecret> | null>(null)
  const { write, sending } = useWrite<SecondFactorSecret>()
  const begin = async () => {
    const result = await write({ method: 'POST', url: link(paths.ownSecondFactor, {}), body: {} })
    setOutcome(result)
    if (result.kind === 'saved') setSecret(result.value)
  }
  if (secret) return <Confirm secret={secret} onDone={onDone} onCancel={onCancel} />
  return (
    <>
      {outcome && <NotDone outcome={outcome} changed="" />}
      <button type="button" className="nhsuk-button" aria-disabled={sending || undefined} onClick={() => void begin()}>
        {sending ? 'One moment …' : 'Set it up now'}
      </button>
    </>
  )
}

/** Another phone in place of the present one, which works until the new one's first code. */
export function AnotherPhone({ onDone, onCancel }: Required<Props>) {
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null)
  if (secret) return <Confirm secret={secret} onDone={onDone} onCancel={onCancel} />
  return (
    <CodeForm
      method="POST"
      url={link(paths.ownSecondFactor, {})}
      takesRecovery
      takesFocus
      act="Go on to the new phone"
      onSaved={setSecret}
      onCancel={onCancel}
    >
      <p>First a code from the phone that you have used so far. It works until the new one is set up.</p>
    </CodeForm>
  )
}

function Confirm({ secret: { secret, address }, onDone, onCancel }: Props & { secret: SecondFactorSecret }) {
  const steps = useRef<HTMLOListElement>(null)
  // The button that led here is gone.
  useEffect(() => steps.current?.focus({ preventScroll: true }), [])
  return (
    <>
      <ol className="offing-account__steps" tabIndex={-1} ref={steps}>
        <li>
          Open an authenticator app on your phone: the one that your organisation uses, or any that makes codes of six
          digits, such as Microsoft Authenticator, Google Authenticator or the password manager of your phone.
        </li>
        <li>
          Add an account by scanning this picture.
          <QrCode text={address} label="QR picture of the key that stands below" />
          <p>
            If you cannot scan it, type this key: <code className="offing-account__key">{inGroups(secret)}</code>
          </p>
          <p>
            Is this your phone? <a href={address}>Open it in the app</a>
          </p>
        </li>
        <li>Enter the code that the app now shows.</li>
      </ol>
      <CodeForm
        method="PUT"
        url={link(paths.ownSecondFactor, {})}
        act="Confirm"
        onSaved={({ recoveryCodes }: RecoveryCodes) => onDone(recoveryCodes)}
        onCancel={onCancel}
      />
    </>
  )
}

const inGroups = (secret: string) => (secret.match(/.{1,4}/g) ?? []).join(' ')
