import type { Questionnaire } from '../forms/questionnaire.ts'

/** The extension by which a municipality says that a second employee must check what is signed with a form. */
export const doubleControlExtension = 'urn:beredt:extension:double-control'

export function needsDoubleControl({ extension }: Questionnaire): boolean {
  return (extension ?? []).some(
    ({ url, valueBoolean }) => url === doubleControlExtension && valueBoolean === true,
  )
}
