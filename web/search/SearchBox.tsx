import './search.scss'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { SearchHit } from '../../api/contract/search.ts'
import { useSearch } from './queries.ts'
import { Suggested } from './Suggested.tsx'
import { useLater } from './use-later.ts'
import { useSearchKey } from './use-search-key.ts'
import { addressOf, searchPage } from './words.ts'

const perKind = 4

/**
 * Searches the registry from any page, while somebody types. By keys: arrows go through what is found, Enter opens it, or all of it where
 * none is chosen; Escape closes the list, then empties the field. "/" comes here, unless that is switched off.
 */
export default function SearchBox({ maySearchInbox }: { maySearchInbox: boolean }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const navigate = useNavigate()
  const q = useLater(text.trim())
  const query = useSearch({ q, limit: perKind })
  useSearchKey(field)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is gone with every other answer
  useEffect(() => setChosen(-1), [query.data])

  const hits = q === '' ? [] : (query.data?.groups.flatMap((group) => group.hits) ?? [])
  const shown = isOpen && text.trim() !== ''
  const leave = (to: string) => {
    setText('')
    setOpen(false)
    field.current?.blur()
    void navigate(to)
  }
  const press = (event: KeyboardEvent) => {
    const act = actOf(event.key, { hits, chosen, shown, setChosen, setOpen, setText })
    if (!act) return
    event.preventDefault()
    act()
  }
  const submit = () => {
    const hit = shown ? hits[chosen] : undefined
    if (hit) leave(addressOf(hit))
    else if (text.trim()) leave(searchPage(text.trim()))
  }

  return (
    <div className="offing-search-box offing-no-print">
      {/* biome-ignore lint/a11y/useSemanticElements: browsers of before 2023 know no search element */}
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label className="nhsuk-u-visually-hidden" htmlFor={`${id}-field`}>
          Search the registry
        </label>
        <input
          id={`${id}-field`}
          ref={field}
          type="text"
          role="combobox"
          className="offing-search-box__field"
          placeholder="Search"
          autoComplete="off"
          maxLength={200}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && chosen >= 0 ? `${id}-${chosen}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <button type="submit" className="offing-search-box__button">
          Search
        </button>
      </form>
      {shown && (
        <Suggested
          id={id}
          q={text.trim()}
          query={query}
          chosen={chosen}
          maySearchInbox={maySearchInbox}
          onChoose={leave}
        />
      )}
    </div>
  )
}

interface Acting {
  hits: readonly SearchHit[]
  chosen: number
  shown: boolean
  setChosen: (chosen: number) => void
  setOpen: (isOpen: boolean) => void
  setText: (text: string) => void
}

/** What a key of a combobox does just now; null where it does nothing. Before the first hit and after the last one is the field itself. */
function actOf(key: string, { hits, chosen, shown, setChosen, setOpen, setText }: Acting): (() => void) | null {
  const step = (by: number) => () => {
    setOpen(true)
    const places = hits.length + 1
    setChosen(((chosen + 1 + by + places) % places) - 1)
  }
  if (key === 'ArrowDown') return step(1)
  if (key === 'ArrowUp') return step(-1)
  if (key === 'Escape') return () => (shown ? setOpen(false) : setText(''))
  return null
}
