import './taxonomy.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Taxon, TaxonKind } from '../../api/contract/taxonomy.ts'
import { useMay } from '../shared/account.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { useTaxonomy } from './queries.ts'
import { isOffered, kindNames, stateInWords } from './words.ts'

const shown: readonly TaxonKind[] = ['specialism', 'grouping', 'category']

/** The registry's own words for services and technologies: what there is, and where it is changed. */
export default function TaxonomyPage() {
  useTitle('Taxonomy')
  const query = useTaxonomy()
  if (!useMay('taxonomy.write')) return <Empty title="The taxonomy is changed by administrators" isPage />
  return (
    <>
      <AdminTabs />
      <DoneBefore />
      <h1 className="nhsuk-heading-l">Taxonomy</h1>
      <p className="nhsuk-u-reading-width">
        The words that scans, radars and reviews are made of. Each can be renamed or retired: its address stays, every
        version is kept, and scans that have begun and published editions keep the words of their time.
      </p>
      <nav className="offing-no-print" aria-label="On this page">
        <ul className="offing-taxonomy__jumps">
          {shown.map((kind) => (
            <li key={kind}>
              <a href={`#${kind}`}>{kindNames[kind].many}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Loaded query={query} what="the taxonomy">
        {({ items }) => shown.map((kind) => <OfKind key={kind} kind={kind} taxa={items} />)}
      </Loaded>
    </>
  )
}

function OfKind({ kind, taxa }: { kind: TaxonKind; taxa: Taxon[] }) {
  const { one, many, about } = kindNames[kind]
  const nameOf = new Map(taxa.map(({ content, slug }) => [`${content.kind} ${slug}`, content.name]))
  const members = taxa.filter(({ content }) => content.kind === kind)
  return (
    <section aria-labelledby={kind} className="offing-taxonomy__kind">
      <h2 className="nhsuk-heading-m" id={kind}>
        {many} <span className="offing-quiet">({members.length})</span>
      </h2>
      <p>{about}</p>
      <p className="offing-no-print">
        <Link to={pageLink(pages.addTaxon, { kind })}>Add a {one}</Link>
      </p>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">{many}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {kind === 'specialism' && <th scope="col">Grouping</th>}
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, content }) => (
            <tr key={id} className={isOffered(content) ? undefined : 'offing-taxonomy__retired'}>
              <th scope="row">
                <Link to={pageLink(pages.taxon, { taxon: id })}>{content.name}</Link>
              </th>
              {content.kind === 'specialism' && <td>{nameOf.get(`grouping ${content.grouping}`)}</td>}
              <td>{stateInWords(content)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
