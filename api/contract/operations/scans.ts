import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { ChangeScanRequest, CreateScanRequest, Scan, ScanList } from '../scans.ts'
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
  summary: 'Create a scan over the ten years from its start',
  body: CreateScanRequest,
  answers: { 201: Scan },
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
  summary: 'Change a scan’s name, or whether the board sees its working draft',
  params: ofScan,
  body: ChangeScanRequest,
  answers: { 200: Scan },
  problems: [404, 409],
  conditional: true,
})
