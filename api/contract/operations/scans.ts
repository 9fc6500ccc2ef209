import { ChangeMethodRequest, MethodVersion, MethodVersionList } from '../method.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { ChangeScanRequest, CreatedScan, CreateScanRequest, Scan, ScanList } from '../scans.ts'
import { Statement } from '../statement.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })

export const listScans = operation({
  id: 'listScans',
  method: 'get',
  path: paths.scans,
  summary: 'Scans, newest first',
  answers: { 200: ScanList },
})

export const createScan = operation({
  id: 'createScan',
  method: 'post',
  path: paths.scans,
  summary: 'Create a scan, or start it from the last: its method, its panel and all that it asked',
  body: CreateScanRequest,
  answers: { 201: CreatedScan },
  problems: [409],
})

export const readScan = operation({
  id: 'readScan',
  method: 'get',
  path: paths.scan,
  summary: 'One scan: its method, specialisms and rounds, and how many have answered',
  params: ofScan,
  answers: { 200: Scan },
  problems: [404],
})

export const changeScan = operation({
  id: 'changeScan',
  method: 'put',
  path: paths.scan,
  summary:
    'Change a scan: its name, who sees its draft and, before its first round opens, its years, zone and specialisms',
  params: ofScan,
  body: ChangeScanRequest,
  answers: { 200: Scan },
  problems: [404, 409],
  conditional: true,
})

export const readMethod = operation({
  id: 'readMethod',
  method: 'get',
  path: paths.method,
  summary: 'The method of a scan that is in force, and who approved it',
  params: ofScan,
  answers: { 200: MethodVersion },
  problems: [404],
})

export const changeMethod = operation({
  id: 'changeMethod',
  method: 'put',
  path: paths.method,
  summary: 'Change a scan’s method, all parameters at once, as a new version; until its first round opens',
  params: ofScan,
  body: ChangeMethodRequest,
  answers: { 200: MethodVersion },
  problems: [404, 409],
  conditional: true,
})

export const listMethodVersions = operation({
  id: 'listMethodVersions',
  method: 'get',
  path: paths.methodVersions,
  summary: 'Every version of a scan’s method, newest first',
  params: ofScan,
  answers: { 200: MethodVersionList },
  problems: [404],
})

export const readStatement = operation({
  id: 'readStatement',
  method: 'get',
  path: paths.statement,
  summary: 'How a scan works and who took part: rule, dates, counts, and the names of those who agreed to be named',
  params: ofScan,
  answers: { 200: Statement },
  problems: [404],
})
