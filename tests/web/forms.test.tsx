import { describe, expect, it } from '@jest/globals'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Checkboxes, Form, Radios, SubmitButton, TextField } from '../../web/shared/forms/index.ts'
import { type Answer, answerBy, problem } from '../support/show-page.tsx'

interface Values {
  name: string
  kind: string
  chosen: string[]
}

function Example() {
  const form = useForm<Values>({ defaultValues: { name: '', kind: '', chosen: [] }, shouldFocusError: false })
  const [saved, setSaved] = useState('')
  return (
    <Form
      form={form}
      request={(body) => ({ method: 'POST', url: '/api/v1/technologies', body })}
      pointers={{ '/specialisms': 'chosen' }}
      onSaved={(technology: { name: string }) => setSaved(technology.name)}
    >
      <TextField name="name" label="Name" hint="As it is known." rules={{ required: 'Enter a name' }} />
      <Radios name="kind" label="Kind" choices={[{ value: 'device', label: 'Device' }]} />
      <Checkboxes name="chosen" label="Specialisms" choices={[{ value: 'genomics', label: 'Genomics' }]} />
      <SubmitButton>Save</SubmitButton>
      {saved && <p>Saved {saved}</p>}
    </Form>
  )
}

function show(...answers: Answer[]) {
  let next = 0
  const asked = answerBy(() => answers[Math.min(next++, answers.length - 1)]!)
  render(<Example />)
  const user = userEvent.setup()
  return { asked, user, save: () => user.click(screen.getByRole('button', { name: 'Save' })) }
}

const saved: Answer = { status: 201, body: { name: 'Virtual wards' } }

describe('a form', () => {
  it('says what is wrong beside the field and in a summary that takes the focus and leads to the field', async () => {
    const { asked, user, save } = show(saved)
    await save()
    const name = screen.getByRole('textbox', { name: 'Name' })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('There is a problem'))
    expect(name.getAttribute('aria-invalid')).toBe('true')
    expect(name.getAttribute('aria-describedby')).toBe('name-hint name-error')
    expect(document.getElementById('name-error')?.textContent).toBe('Error: Enter a name')
    await user.click(screen.getByRole('link', { name: 'Enter a name' }))
    expect(document.activeElement).toBe(name)
    expect(asked).toHaveLength(0)
  })

  it('puts each error of the server beside its field, and keeps what was entered', async () => {
    const errors = [
      { pointer: '/name', detail: 'there is one of this name' },
      { pointer: '/specialisms', detail: 'choose at least one specialism' },
    ]
    const { user, save } = show(problem(422, 'Two things are not right.', { errors }), saved)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Virtual wards')
    await user.click(screen.getByRole('radio', { name: 'Device' }))
    await save()
    await user.click(await screen.findByRole('link', { name: 'Choose at least one specialism' }))
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Genomics' }))
    expect(document.getElementById('name-error')?.textContent).toBe('Error: There is one of this name')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Virtual wards')

    await save()
    expect(await screen.findByText('Saved Virtual wards')).toBeTruthy()
    expect(screen.queryByText('There is a problem')).toBeNull()
  })

  it('says "not confirmed" without an answer, and sends the same again with the same key', async () => {
    const { asked, user, save } = show('nothing', problem(500, 'Something went wrong on our side.'), saved)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Virtual wards')
    await save()
    expect(await screen.findByText('Not confirmed')).toBeTruthy()
    expect(screen.queryByText(/not saved/)).toBeNull()
    await save()
    await save()
    expect(await screen.findByText('Saved Virtual wards')).toBeTruthy()
    const keys = asked.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  it('takes a new key for another body', async () => {
    const { asked, user, save } = show('nothing', saved)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Virtual ward')
    await save()
    await screen.findByText('Not confirmed')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 's')
    await save()
    await screen.findByText('Saved Virtual wards')
    expect(asked[0]?.headers['idempotency-key']).not.toBe(asked[1]?.headers['idempotency-key'])
  })

  it('says that somebody else has changed it, and keeps what was entered', async () => {
    const { user, save } = show(problem(412, 'It was changed after you read it.', { current: { name: 'Theirs' } }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Mine')
    await save()
    expect(await screen.findByText('Somebody else has changed this')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Mine')
  })
})
