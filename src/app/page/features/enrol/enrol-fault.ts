import { enrol } from '#text/nb/screens/enrol.ts'
import type { EnrolRefusal } from './enrol-employee.ts'

/** The field that a refusal is shown below; null when it is about none of them. */
export type EnrolFault = {
  field: 'label' | 'code' | 'again' | 'password' | 'server' | null
  text: string
}

export function enrolFault(
  refusal: EnrolRefusal | { kind: 'wrongPassword'; text: string },
): EnrolFault {
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
