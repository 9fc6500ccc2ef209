import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { OwnAccount, RecoveryCodes } from '../../api/contract/second-factor.ts'
import { Done } from '../shared/states/Done.tsx'
import { count, dateLabel } from '../shared/words.ts'
import { CodeForm } from './CodeForm.tsx'
import { useAccountChanged } from './queries.ts'
import { Recovery } from './Recovery.tsx'
import { AnotherPhone, SetUp } from './SetUp.tsx'

type State = OwnAccount['secondFactor']
type Act = 'none' | 'another-phone' | 'codes' | 'remove'

/** The second factor of one's own sign-in: set up, moved to another phone, removed; and its recovery codes. */
export function SecondFactor({ state }: { state: State }) {
  const [act, setAct] = useState<Act>('none')
  const [made, setMade] = useState<{ codes: string[]; said: string } | null>(null)
  const [said, say] = useState('')
  const changed = useAccountChanged()
  const begin = (next: Act) => {
    say('')
    setAct(next)
  }
  const shut = () => setAct('none')
  const show = (codes: string[], what: string) => {
    setMade({ codes, said: what })
    shut()
    void changed()
  }
  const removed = () => {
    say('Your second factor is removed. You sign in with your password alone.')
    shut()
    void changed()
  }
  return (
    <section aria-labelledby="second-factor-title">
      <h2 className="nhsuk-heading-m" id="second-factor-title">
        Code from your phone (second factor)
      </h2>
      {said && (
        <Done>
          <p>{said}</p>
        </Done>
      )}
      {made ? (
        <Recovery {...made} act="I have kept them" onKept={() => setMade(null)} />
      ) : (
        <>
          <p className="nhsuk-u-reading-width">{inWords(state)}</p>
          {state.setUpAt === null && (
            <SetUp
              onDone={(codes) => show(codes, 'It is set up. From now on you are asked for a code when you sign in.')}
            />
          )}
          {state.setUpAt !== null && act === 'none' && <Choices isRequired={state.isRequired} onChoose={begin} />}
        </>
      )}
      {act === 'another-phone' && (
        <AnotherPhone
          onDone={(codes) => show(codes, 'The new phone is set up. The one before works no more.')}
          onCancel={shut}
        />
      )}
      {act === 'codes' && (
        <CodeForm
          method="POST"
          url={link(paths.ownRecoveryCodes, {})}
          takesRecovery
          takesFocus
          act="Make new recovery codes"
          onSaved={({ recoveryCodes }: RecoveryCodes) =>
            show(recoveryCodes, 'New recovery codes are made. Those from before work no more.')
          }
          onCancel={shut}
        />
      )}
      {act === 'remove' && (
        <CodeForm
          method="POST"
          url={link(paths.ownSecondFactorRemoval, {})}
          takesRecovery
          takesFocus
          act="Remove it"
          isWarning
          onSaved={removed}
          onCancel={shut}
        />
      )}
    </section>
  )
}

function Choices({ isRequired, onChoose }: { isRequired: boolean; onChoose: (act: Act) => void }) {
  const choices: [Act, string][] = [
    ['another-phone', 'Use another phone'],
    ['codes', 'Make new recovery codes'],
  ]
  if (!isRequired) choices.push(['remove', 'Remove it'])
  return (
    <p className="offing-account__buttons">
      {choices.map(([act, name]) => (
        <button key={act} type="button" className="offing-link-button" onClick={() => onChoose(act)}>
          {name}
        </button>
      ))}
    </p>
  )
}

function inWords({ setUpAt, isRequired, recoveryCodes }: State): string {
  const must = isRequired ? ' Your role requires it.' : ''
  if (setUpAt === null)
    return `With a code from your phone beside your password, nobody gets in with the password alone.${must}`
  const left =
    recoveryCodes === 0 ? 'No recovery code is left: make new ones.' : `${count(recoveryCodes, 'recovery code')} left.`
  return `Set up on ${dateLabel(setUpAt)}: you are asked for a code when you sign in.${must} ${left}`
}
