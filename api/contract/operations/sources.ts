import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { limit } from '../query.ts'
import * as sources from '../sources.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofSource = z.strictObject({ source: reference() })

export const listConnectors = operation({
  id: 'listConnectors',
  method: 'get',
  path: paths.sourceConnectors,
  summary: 'The kinds of sources that can be read, what a query of each looks like, and which hosts may be asked',
  answers: { 200: sources.ConnectorList },
})

export const listSources = operation({
  id: 'listSources',
  method: 'get',
  path: paths.sources,
  summary: 'The sources that the scan reads, by name, each with its last run',
  query: z.strictObject({ archived: z.enum(['true', 'false']).default('false') }),
  answers: { 200: sources.SourceList },
})

export const addSource = operation({
  id: 'addSource',
  method: 'post',
  path: paths.sources,
  summary: 'Add a source: a query, kept, and how often it is asked. Unless its schedule is off it is read at once',
  body: sources.AddSourceRequest,
  answers: { 201: sources.Source },
})

export const readSource = operation({
  id: 'readSource',
  method: 'get',
  path: paths.source,
  summary: 'One source and its last run',
  params: ofSource,
  answers: { 200: sources.Source },
  problems: [404],
})

export const changeSource = operation({
  id: 'changeSource',
  method: 'put',
  path: paths.source,
  summary: 'Change a source. With another query, or an earlier day to begin with, it is read anew from that day',
  params: ofSource,
  body: sources.ChangeSourceRequest,
  answers: { 200: sources.Source },
  problems: [404],
  conditional: true,
})

export const archiveSource = operation({
  id: 'archiveSource',
  method: 'post',
  path: paths.sourceArchive,
  summary: 'Archive a source, or bring it back: an archived one is not read; its signals stay',
  params: ofSource,
  body: sources.ArchiveSourceRequest,
  answers: { 200: sources.Source },
  problems: [404],
  conditional: true,
})

export const readSourceNow = operation({
  id: 'readSourceNow',
  method: 'post',
  path: paths.sourceRead,
  summary: 'Read a source now, or as soon as it is its turn: it goes on in the background',
  params: ofSource,
  answers: { 200: sources.Source },
  problems: [404, 409],
})

export const listSourceRuns = operation({
  id: 'listSourceRuns',
  method: 'get',
  path: paths.sourceRuns,
  summary: 'When a source was read and what came of it, newest first',
  params: ofSource,
  query: z.strictObject({ limit: limit(200, 50), cursor: reference().optional() }),
  answers: { 200: sources.SourceRunList },
  problems: [404],
})

export const trySource = operation({
  id: 'trySource',
  method: 'post',
  path: paths.sourceTrials,
  summary: 'Ask a source for the first page of what a query finds. Nothing is kept',
  body: sources.TrySourceRequest,
  answers: { 200: sources.SourceTrial },
})
