import '../editions.scss'
import { Link, useParams } from 'react-router'
import type { Edition } from '../../../api/contract/editions.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useMay } from '../../shared/account.ts'
import { useEdition } from '../../shared/editions/queries.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { useRanking } from '../../shared/queries.ts'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { CoverForm } from './CoverForm.tsx'
import { type PickedFrom, pickedFrom } from './picked-from.ts'

/** Changes the cover of a draft; says why where that cannot be done. */
export default function EditionCoverPage() {
  const { edition = '' } = useParams()
  useTitle('The cover')
  return (
    <Loaded query={useEdition(edition)} what="this edition" missing="edition" isPage>
      {({ value }) => (
        <>
          <Link className="nhsuk-back-link" to={pageLink(pages.edition, { edition: referenceOf(value) })}>
            Back to the edition
          </Link>
          <h1 className="nhsuk-heading-l">The cover of {editionName(value)}</h1>
          <Body edition={value} />
        </>
      )}
    </Loaded>
  )
}

function Body({ edition }: { edition: Edition }) {
  const may = useMay('editions.write')
  if (may && edition.state === 'draft') return <WithTechnologies edition={edition} />
  return (
    <Empty title="It cannot be changed here">
      <p>
        {may ? 'This edition is published, and a published edition never changes.' : 'The scan team writes covers.'}
      </p>
    </Empty>
  )
}

/** More than any scan holds. */
const everything = 20_000

/** Recommendations are about technologies of the edition's own ranking. */
function WithTechnologies({ edition }: { edition: Edition }) {
  const query = useRanking({ edition: referenceOf(edition), limit: everything })
  return (
    <Loaded query={query} what="the technologies of this edition">
      {(ranking) => <Form edition={edition} from={pickedFrom(edition, ranking)} />}
    </Loaded>
  )
}

const Form = ({ edition, from }: { edition: Edition; from: PickedFrom }) => (
  <CoverForm key={edition.id} edition={edition} from={from} />
)
