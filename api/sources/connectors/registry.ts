import { clinicaltrials } from './clinicaltrials.ts'
import type { Connector } from './connector.ts'
import { europePmc } from './europe-pmc.ts'
import { feed } from './feed.ts'
import { openfda510k, openfdaPma } from './openfda.ts'
import { ukriGtr } from './ukri-gtr.ts'

/** Every kind of source, by the name it has in the registry: one line each. */
export const connectors = {
  clinicaltrials,
  'europe-pmc': europePmc,
  'openfda-510k': openfda510k,
  'openfda-pma': openfdaPma,
  'ukri-gtr': ukriGtr,
  feed,
} as const satisfies Record<string, Connector>

export type ConnectorId = keyof typeof connectors

export const connectorIds = Object.keys(connectors) as [ConnectorId, ...ConnectorId[]]

/** Whether this program knows a connector: a registry may have been used with a later one. */
export const isConnector = (id: string): id is ConnectorId => Object.hasOwn(connectors, id)

/** A connector by its name; undefined for one that this program does not know. */
export const connectorOf = (id: string): Connector | undefined => (isConnector(id) ? connectors[id] : undefined)
