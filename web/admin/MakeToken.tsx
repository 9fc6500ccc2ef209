import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { NewToken, TokenRole } from '../../api/contract/tokens.ts'
import { Form, Radios, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useTokensChanged } from './queries.ts'

interface Fields {
  name: string
  role: TokenRole
  days: string
}

const start: Fields = { name: '', role: 'board', days: '90' }

const roles: { value: TokenRole; label: string; hint: string }[] = [
  { value: 'board', label: 'Board', hint: 'Reads what the board may read.' },
  { value: 'scanner', label: 'Scan team', hint: 'Also enters technologies, evidence and signals.' },
  { value: 'admin', label: 'Administrator', hint: 'Reads the settings and the audit trail too.' },
]

export function MakeToken({ onMade }: { onMade: (secret: string) => void }) {
  const form = useForm<Fields>({ defaultValues: start, shouldFocusError: false })
  const changed = useTokensChanged()
  const made = ({ secret }: NewToken) => {
    form.reset(start)
    onMade(secret)
    void changed()
  }
  return (
    <Form
      form={form}
      request={({ name, role, days }) => ({
        method: 'POST',
        url: link(paths.tokens, {}),
        body: { name, role, days: Number(days) },
      })}
      onSaved={made}
    >
      <TextField
        name="name"
        label="Name"
        hint="What uses it, such as “Nightly copy to the data warehouse”. It stands in the audit trail."
        maxLength={80}
        rules={{ required: 'Say what uses it' }}
      />
      <Radios name="role" label="Role" choices={roles} small />
      <TextField
        name="days"
        label="Good for how many days?"
        hint="At most 366. Then it ends by itself."
        inputMode="numeric"
        width={3}
        rules={{ validate: (text: string) => isDays(text) || 'Enter a whole number from 1 to 366' }}
      />
      <SubmitButton>Make the token</SubmitButton>
    </Form>
  )
}

const isDays = (text: string) => /^[1-9]\d{0,2}$/.test(text.trim()) && Number(text) <= 366
