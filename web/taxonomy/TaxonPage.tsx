import './taxonomy.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Taxon } from '../../api/contract/taxonomy.ts'
import { useMay } from '../shared/account.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import type { Tagged } from '../shared/api-client.ts'
import { Done } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { ChangeTaxon } from './ChangeTaxon.tsx'
import { useTaxon, useTaxonomy, useTaxonomyChanged } from './queries.ts'
import { TaxonHistory } from './TaxonHistory.tsx'
import { kindNames } from './words.ts'

/** One grouping, specialism or category: changed here, with the reason; and what it was before. */
export default function TaxonPage() {
  const { taxon = '' } = useParams()
  const query = useTaxon(taxon)
  if (!useMay('taxonomy.write')) return <Empty title="The taxonomy is changed by administrators" isPage />
  return (
    <>
      <AdminTabs />
      <Loaded query={query} what="this entry" missing="entry of the taxonomy" isPage>
        {(read) => <OfTaxon key={read.value.id} read={read} />}
      </Loaded>
    </>
  )
}

function OfTaxon({ read }: { read: Tagged<Taxon> }) {
  const { id, slug, content } = read.value
  const { one } = kindNames[content.kind]
  useTitle(content.name)
  const [said, say] = useState('')
  const changed = useTaxonomyChanged()
  const taxonomy = useTaxonomy()
  const nameOf = (wanted: string) =>
    taxonomy.data?.items.find((other) => other.slug === wanted && other.content.kind !== 'category')?.content.name ??
    wanted
  const saved = () => {
    say('Saved. Its earlier version stands below.')
    void changed()
  }
  return (
    <>
      {said && (
        <Done>
          <p>{said}</p>
        </Done>
      )}
      <p className="nhsuk-u-margin-bottom-2">
        <Link to={pages.taxonomy}>Taxonomy</Link>
      </p>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">{content.name}</h1>
      <p className="offing-quiet">
        A {one}; in addresses and files it is “{slug}”, whatever it is called.
      </p>
      <Loaded query={taxonomy} what="the taxonomy">
        {({ items }) => (
          <div className="offing-taxonomy__form">
            <ChangeTaxon key={read.value.version} read={read} taxa={items} onSaved={saved} />
          </div>
        )}
      </Loaded>
      <TaxonHistory taxon={id} nameOf={nameOf} />
    </>
  )
}
