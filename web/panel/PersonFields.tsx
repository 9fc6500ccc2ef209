import { useFormContext } from 'react-hook-form'
import { Select, TextField } from '../shared/forms/index.ts'
import { asChoices, type Candidate, somebodyNew } from './use-candidates.ts'

export interface PersonValues {
  account: string
  name: string
  email: string
}

export const nobody: PersonValues = { account: '', name: '', email: '' }

/** What is sent for the person chosen: an account, or a name and an address for which one is made. */
export function personFrom({ account, name, email }: PersonValues) {
  return account === somebodyNew ? { name, email } : account
}

/** Where the server says what is wrong with a person, by the field of ours. */
export const personPointers = (at: string) => ({ [at]: 'account', [`${at}/name`]: 'name', [`${at}/email`]: 'email' })

/** Somebody with an account, or somebody new. */
export function PersonFields({ label, candidates }: { label: string; candidates: readonly Candidate[] }) {
  const isNew = useFormContext<PersonValues>().watch('account') === somebodyNew
  return (
    <>
      <Select
        name="account"
        label={label}
        empty="Choose a person"
        choices={[{ value: somebodyNew, label: 'Somebody who has no account yet' }, ...asChoices(candidates)]}
        rules={{ required: 'Choose a person' }}
      />
      {isNew && (
        <>
          <TextField name="name" label="Name" autoComplete="off" rules={{ required: 'Enter their name' }} />
          <TextField
            name="email"
            label="Email address"
            type="email"
            autoComplete="off"
            spellCheck={false}
            rules={{ required: 'Enter their email address' }}
          />
        </>
      )}
    </>
  )
}
