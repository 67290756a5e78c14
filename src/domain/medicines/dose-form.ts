import { FormId } from '../forms/form-reference.ts'

/** The form that one medicine at one time is signed for with. */
export const signingListForm = FormId.parse('signeringsliste')

/** The questions of that form which the signing list fills in and reads. */
export const doseLinks = {
  medicine: 'medicine',
  amount: 'amount',
  on: 'plannedOn',
  slot: 'plannedAt',
  outcome: 'outcome',
  givenAt: 'givenAt',
  notGivenCode: 'notGivenCode',
  checkedBy: 'checkedBy',
  isControlled: 'isControlled',
  countBefore: 'countBefore',
  countAfter: 'countAfter',
  comment: 'comment',
} as const

export const doseOutcomes = ['given', 'notGiven'] as const

/** Why a dose was not given (`domain.md` 4.6). */
export const notGivenCodes = [
  'refused',
  'notHome',
  'missing',
  'nausea',
  'stopped',
  'awaitsPhysician',
  'other',
] as const
