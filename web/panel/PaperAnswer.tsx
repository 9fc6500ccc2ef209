import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { PaperItem, PaperItems } from '../../api/contract/paper.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { RatingResponse } from '../../api/contract/ratings.ts'
import { Questions } from '../ratings/answer/Questions.tsx'
import { OptionalReason } from '../ratings/answer/Reason.tsx'
import { type Wrong, wrongWith } from '../ratings/answer-check.ts'
import { type AnswerFields, answerFieldsOf, answerFrom } from '../ratings/answer-fields.ts'
import '../ratings/ratings.scss'
import { useAddress } from '../shared/address.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { useTagged } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useWrite } from '../shared/use-write.ts'

interface Props {
  list: PaperItems
  item: PaperItem
  onSaved: (said: string) => void
}

const addressOf = ({ round, panellist }: PaperItems, { technology, specialism }: PaperItem) =>
  link(paths.paperRating, {
    round: round.id,
    panellist: panellist.id,
    technology: technology.slug,
    specialism: specialism.slug,
  })

/** The questions of one item, as its owner would see them; from the answer that is there, where one was typed in before. */
export function PaperAnswer(props: Props) {
  if (props.item.answer === 'none') return <PaperForm {...props} known={null} tag="new" />
  return <Known {...props} />
}

function Known(props: Props) {
  const { list, item } = props
  const url = addressOf(list, item)
  return (
    <Loaded query={useTagged<RatingResponse>(['paper', list.round.id, url], url)} what="what you typed in">
      {({ value, tag }) => <PaperForm {...props} known={value} tag={tag ?? 'new'} />}
    </Loaded>
  )
}

function PaperForm({ list, item, known, tag, onSaved }: Props & { known: RatingResponse | null; tag: string }) {
  const { linkWith } = useAddress()
  const { write, state, sending } = useWrite<RatingResponse>()
  const [fields, setFields] = useState<AnswerFields>(() => answerFieldsOf(known))
  const [noticeGiven, setNoticeGiven] = useState(known !== null)
  const [wrong, setWrong] = useState<Wrong>({})
  const [refused, setRefused] = useState('')
  const set = (change: Partial<AnswerFields>) => setFields((now) => ({ ...now, ...change }))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    const found = wrongWith(fields, list)
    setWrong(found)
    setRefused('')
    const [first] = Object.keys(found)
    if (first) return requestAnimationFrame(() => document.getElementById(first)?.focus())
    if (!noticeGiven) return setRefused('Say that they were given the notice before they answered.')
    const body = { ...answerFrom(fields, list.round.asksYears), noticeGiven }
    const outcome = await write({ method: 'PUT', url: addressOf(list, item), body, tag })
    if (outcome.kind === 'refused') setRefused(outcome.problem.detail)
    if (outcome.kind === 'saved') onSaved(`${item.technology.name} is typed in.`)
  }
  return (
    <form noValidate className="offing-paper" onSubmit={(event) => void send(event)}>
      <h2 className="nhsuk-heading-m">{item.technology.name}</h2>
      <p className="offing-quiet">
        {item.specialism.name}. Type in what stands on the paper of {list.panellist.name}.
      </p>
      {state === 'not-confirmed' && <NotConfirmed />}
      <Questions queue={list} item={item} fields={fields} wrong={wrong} onPress={set} onType={set} />
      <OptionalReason reason={fields.reason} onType={(reason) => set({ reason })} onSave={null} />
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id="noticeGiven"
            type="checkbox"
            checked={noticeGiven}
            onChange={(event) => setNoticeGiven(event.target.checked)}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="noticeGiven">
            They were given the notice on paper before they answered
          </label>
        </div>
      </div>
      {refused && <p role="alert">{refused}</p>}
      <div className="offing-row offing-form-end">
        <button type="submit" className="nhsuk-button" aria-disabled={sending || undefined}>
          {sending ? 'Saving …' : 'Save this answer'}
        </button>
        <Link to={linkWith({ item: null })}>Back to the list without saving</Link>
      </div>
    </form>
  )
}
