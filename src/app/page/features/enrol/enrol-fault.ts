import { enrol } from '#text/nb/screens/enrol.ts'
import type { AwaitingApproval, EnrolRefusal } from './enrol-employee.ts'

/** The field that a refusal is shown below; null when it is about none of them. */
export type EnrolFault = {
  field: 'label' | 'code' | 'again' | 'password' | 'server' | null
  text: string
}

/** What is said at a field. A phone that waits for a leader has a screen of its own. */
export type FieldRefusal =
  | Exclude<EnrolRefusal, AwaitingApproval>
  | { kind: 'wrongPassword'; text: string }

export function enrolFault(refusal: FieldRefusal): EnrolFault {
  if (refusal.kind === 'deviceRejected') return { field: null, text: enrol.rejectedText }
  if (refusal.kind === 'server') return { field: null, text: refusal.text ?? enrol.noNetwork }
  if (refusal.kind === 'signInAgain' || refusal.kind === 'wrongPassword') {
    return { field: 'password', text: refusal.text }
  }
  const text = enrol.codeRefused[refusal.kind]
  switch (refusal.kind) {
    case 'codeTooShort':
    case 'codeRepeats':
    case 'codeCounts':
    case 'codeTooFewWords':
    case 'wrongCode':
    case 'tooSoon':
      return { field: 'code', text }
    case 'alreadyEnrolled':
    case 'erased':
    case 'keysNotKept':
    case 'notRequested':
    case 'unknownServer':
    case 'otherServer':
      return { field: null, text }
  }
}
