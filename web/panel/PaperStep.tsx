import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PanelMember } from '../../api/contract/panel.ts'
import type { PaperItem, PaperItems } from '../../api/contract/paper.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import { Step } from '../scans/Step.tsx'
import { useAddress } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'
import { Done } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { back } from './PanelStep.tsx'
import { PaperAnswer } from './PaperAnswer.tsx'

const standings = { none: 'Not yet', 'typed-by-you': 'Typed in by you', given: 'Answered' } as const
const keyOf = ({ technology, specialism }: PaperItem) => `${technology.slug} ${specialism.slug}`

/** What a round asks of somebody who answers on paper; an item is chosen to type its answer in. */
export function PaperStep({ round, member }: { round: Round; member: PanelMember }) {
  const at = { round: round.id, panellist: member.id }
  const query = useJson<PaperItems>(['paper', round.id, member.id], link(paths.paperItems, at))
  const client = useQueryClient()
  const { get, change } = useAddress()
  const [said, setSaid] = useState('')
  const chosen = get('item')
  const saved = async (what: string) => {
    setSaid(what)
    change({ item: null })
    await Promise.all(['paper', keys.panel, keys.scan].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  return (
    <Step key={chosen} title={`Type in what ${member.name} answered on paper`} back={back}>
      <Loaded query={query} what="what the round asks">
        {(list) => {
          const item = list.items.find((one) => keyOf(one) === chosen)
          return item ? (
            <PaperAnswer key={chosen} list={list} item={item} onSaved={(what) => void saved(what)} />
          ) : (
            <Items list={list} said={said} />
          )
        }}
      </Loaded>
    </Step>
  )
}

function Items({ list, said }: { list: PaperItems; said: string }) {
  const { linkWith } = useAddress()
  return (
    <>
      {said && (
        <Done key={said}>
          <p>{said}</p>
        </Done>
      )}
      <p className="nhsuk-u-reading-width">
        Only you and {list.panellist.name} see what you type in, and it is stamped as typed in. What they have answered
        themselves stays theirs.
      </p>
      <ul className="nhsuk-list offing-found">
        {list.items.map((item) => (
          <li key={keyOf(item)}>
            {item.answer === 'given' ? (
              item.technology.name
            ) : (
              <Link to={linkWith({ item: keyOf(item) })}>{item.technology.name}</Link>
            )}
            <span className="offing-quiet">
              {' '}
              {item.specialism.name} · {standings[item.answer]}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
