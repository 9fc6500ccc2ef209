import type { Approval, ChangeMethodRequest, MethodVersion } from '../../../api/contract/method.ts'
import { type Criterion, criteria, type Method, wholeWeight } from '../../../api/scans/method.ts'
import { type DateParts, dateFrom, datePartsOf } from '../../shared/forms/index.ts'
import { basisPointsOf, percentOf } from '../method/percent.ts'

/** The form for a method, as it is typed: weights and shares in per cent. */
export interface MethodFields {
  weights: Record<Criterion, string>
  reachFull: string
  bandEnds: [string, string]
  afterYears: string
  minimumPanel: string
  minimumShown: string
  raterScale: Method['raterScale']
  consensusRule: Method['consensusRule']
  consensusThreshold: string
  leaveOutInterested: 'yes' | 'no'
  approved: 'yes' | 'no'
  approval: { by: string; meeting: string; on: DateParts }
}

export function fieldsOf({ method, approval }: Pick<MethodVersion, 'method' | 'approval'>): MethodFields {
  const percents = criteria.map((criterion) => [criterion, percentOf(method.weights[criterion])])
  return {
    weights: Object.fromEntries(percents) as Record<Criterion, string>,
    reachFull: percentOf(method.reachFull * wholeWeight),
    bandEnds: [String(method.bandEnds[0]), String(method.bandEnds[1])],
    afterYears: String(method.afterYears),
    minimumPanel: String(method.minimumPanel),
    minimumShown: String(method.minimumShown),
    raterScale: method.raterScale,
    consensusRule: method.consensusRule,
    consensusThreshold: String(method.consensusThreshold),
    leaveOutInterested: method.leaveOutInterested ? 'yes' : 'no',
    approved: approval ? 'yes' : 'no',
    approval: { by: approval?.by ?? '', meeting: approval?.meeting ?? '', on: datePartsOf(approval?.on ?? null) },
  }
}

/** What to send; the last band ends with the horizon. */
export function requestFrom(fields: MethodFields, horizonYears: number): ChangeMethodRequest {
  return {
    weights: weightsFrom(fields.weights),
    reachFull: (basisPointsOf(fields.reachFull) ?? 0) / wholeWeight,
    bandEnds: [Number(fields.bandEnds[0]), Number(fields.bandEnds[1]), horizonYears],
    afterYears: Number(fields.afterYears),
    minimumPanel: Number(fields.minimumPanel),
    minimumShown: Number(fields.minimumShown),
    raterScale: fields.raterScale,
    consensusRule: fields.consensusRule,
    consensusThreshold: Number(fields.consensusThreshold),
    leaveOutInterested: fields.leaveOutInterested === 'yes',
    approval: fields.approved === 'yes' ? approvalFrom(fields.approval) : null,
  }
}

export function weightsFrom(typed: Record<Criterion, string>): Record<Criterion, number> {
  const weights = criteria.map((criterion) => [criterion, basisPointsOf(typed[criterion]) ?? 0])
  return Object.fromEntries(weights) as Record<Criterion, number>
}

const approvalFrom = ({ by, meeting, on }: MethodFields['approval']): Approval => ({
  by,
  meeting,
  on: dateFrom(on) ?? '',
})

/** Whether anything but the approval differs from what is in force. */
export function changesRule(fields: MethodFields, present: MethodFields): boolean {
  const ruleOf = ({ approved: _, approval: __, ...rule }: MethodFields) => JSON.stringify(rule)
  return ruleOf(fields) !== ruleOf(present)
}
