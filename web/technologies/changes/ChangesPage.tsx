import '../technology.scss'
import './changes.scss'
import { Link, useParams } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import type { Technology } from '../../../api/contract/technologies.ts'
import type { TechnologyChangeList } from '../../../api/contract/technology-changes.ts'
import { useAddress } from '../../shared/address.ts'
import { useTechnology } from '../../shared/queries.ts'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { count } from '../../shared/words.ts'
import { useChanges } from '../queries.ts'
import { Act } from './Act.tsx'
import { Compared } from './Compared.tsx'

/** Every change of a technology, the newest first, and any two of its states held against each other. */
export default function ChangesPage() {
  const { technology = '' } = useParams()
  return (
    <Loaded query={useTechnology(technology)} what="this technology" missing="technology" isPage>
      {({ value }) => <Whole technology={value} />}
    </Loaded>
  )
}

function Whole({ technology }: { technology: Technology }) {
  const { get } = useAddress()
  const query = useChanges(technology.slug, get('cursor'))
  useTitle(`Changes of ${technology.name}`)
  return (
    <>
      <Link className="nhsuk-back-link" to={pageLink(pages.technology, { technology: technology.slug })}>
        {technology.name}
      </Link>
      <h1 className="nhsuk-heading-l">Changes of {technology.name}</h1>
      <p className="nhsuk-u-reading-width">
        What was done to it, the newest first. Choose two of these and see how it stood after the one and after the
        other.
      </p>
      <Compared technology={technology.slug} />
      <Loaded query={query} what="the history">
        {(list) => <History list={list} />}
      </Loaded>
    </>
  )
}

function History({ list }: { list: TechnologyChangeList }) {
  if (list.total === 0) return <Empty title="Nothing is told of its history" />
  return (
    <>
      <p className="offing-quiet" role="status">
        {count(list.total, 'change')}
      </p>
      <ol className="offing-acts">
        {list.items.map((act) => (
          <Act key={act.seq} act={act} />
        ))}
      </ol>
      <Paging next={list.nextCursor} />
    </>
  )
}

function Paging({ next }: { next: string | null }) {
  const { has, linkWith } = useAddress()
  if (!next && !has('cursor')) return null
  return (
    <nav className="offing-row offing-no-print" aria-label="Pages">
      {has('cursor') && <Link to={linkWith({ cursor: null })}>Newest changes</Link>}
      {next && <Link to={linkWith({ cursor: next })}>Older changes</Link>}
    </nav>
  )
}
