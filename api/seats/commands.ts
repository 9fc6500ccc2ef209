import type { Database, Registry } from '../../db/open.ts'
import type { PanelSeat } from '../../db/panels.ts'
import type { ScanHead } from '../../db/scans.ts'
import { addDeclaration, markNoticeRead, noticeReadAt, setConsent, technologiesAskedOf } from '../../db/seats.ts'
import { type By, perform } from '../audit/perform.ts'
import type { DeclareInterestsRequest, Seat } from '../contract/seats.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { declaresTheSame } from './declaration.ts'
import { getOwnSeat, seatWithState } from './reader.ts'

// None of these acts changes a figure of a closed round, so nothing is drawn again.
const quietly = { redraws: false }

/** Notes that a panel member has read what is pooled and who sees what. Saying so again changes nothing. */
export async function readNotice(registry: Registry, scan: string, by: By): Promise<Seat> {
  return onOwnSeat(registry, scan, by, async (trx, { seat, record }) => {
    if (await noticeReadAt(trx, seat.id)) return
    await markNoticeRead(trx, seat.id, by.at)
    record('seat.read-notice', {})
  })
}

/** Notes whether a panel member's name may be published among the participants. */
export async function consentToBeNamed(
  registry: Registry,
  scan: string,
  consent: boolean,
  seen: Precondition,
  by: By,
): Promise<Seat> {
  return onOwnSeat(registry, scan, by, async (trx, { seat, record, present }) => {
    if (present.consentToBeNamed === consent) return
    ensureSeen(seen, present)
    await setConsent(trx, seat.id, consent)
    record('seat.consent', { before: present.consentToBeNamed, after: consent })
  })
}

/** Declares interests: a new version, the one before is kept. Declaring the same again changes nothing. */
export async function declareInterests(
  registry: Registry,
  reference: string,
  request: DeclareInterestsRequest,
  seen: Precondition,
  by: By,
): Promise<Seat> {
  return onOwnSeat(registry, reference, by, async (trx, { scan, seat, record, present }) => {
    ensureSound(request)
    const technologies = await technologiesNamed(trx, scan, seat, request.technologies)
    const slugs = technologies.map(({ slug }) => slug)
    if (present.declaration && declaresTheSame(present.declaration, { ...request, technologies: slugs })) return
    ensureSeen(seen, present)
    const { kind, statement } = request
    const version = (present.declaration?.version ?? 0) + 1
    const ids = technologies.map(({ id }) => id)
    await addDeclaration(trx, seat.id, { kind, statement, technologies: ids, version }, by.at)
    record('seat.declare', { kind, technologies: ids, version })
  })
}

interface OwnSeat {
  scan: ScanHead
  seat: PanelSeat
  present: Seat
  record: (action: string, details: Record<string, unknown>) => void
}

/** Runs an act on the caller's own seat, and gives the seat as it stands afterwards. */
async function onOwnSeat(
  registry: Registry,
  reference: string,
  by: By,
  act: (trx: Database, own: OwnSeat) => Promise<void>,
): Promise<Seat> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const { scan, seat } = await getOwnSeat(trx, reference, by.account ?? '')
      await act(trx, {
        scan,
        seat,
        present: await seatWithState(trx, scan, seat.id),
        record: (action, details) => record({ action, objectKind: 'panellist', objectId: seat.id, details }),
      })
      return seatWithState(trx, scan, seat.id)
    },
    quietly,
  )
}

function ensureSound({ kind, statement, technologies }: DeclareInterestsRequest): void {
  const says = statement !== '' || technologies.length > 0
  if (kind === 'none' && says)
    throw invalid(
      '/kind',
      'Without interests there is no statement and no technology. Declare “some”, or send neither.',
    )
  if (kind === 'some' && !says) throw invalid('/statement', 'Say what your interests are, or in which technologies.')
}

/** The technologies of a declaration, each once; refuses one that the scan has not asked of this seat. */
async function technologiesNamed(trx: Database, scan: ScanHead, seat: PanelSeat, references: readonly string[]) {
  if (references.length === 0) return []
  const asked = await technologiesAskedOf(trx, scan.id, seat.specialisms)
  const named = references.map((reference, i) => {
    const technology = asked.find(({ id, slug }) => id === reference || slug === reference)
    if (technology) return technology
    throw invalid(`/technologies/${i}`, `${scan.name} has not asked you about ${repeated(reference)}.`)
  })
  return [...new Set(named)]
}

/** Nobody answers before they know what becomes of their answers (design 4, rule 4). */
export async function ensureNoticeRead(trx: Database, panellist: string): Promise<void> {
  if (await noticeReadAt(trx, panellist)) return
  throw new Refusal('conflict', 'Read the notice under My answers first: it says what is pooled and who sees what.')
}
