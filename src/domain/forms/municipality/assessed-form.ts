import type { LocalDate } from '../../time/instant.ts'
import { findExtension } from '../extension.ts'
import type { Questionnaire } from '../questionnaire.ts'

const assessedByUrl = 'urn:beredt:extension:assessed-by'

/** Who has assessed a form that waits for the municipality, and when; null while nobody has. */
export function assessmentOf(form: Questionnaire): { by: string; on: string } | null {
  const by = findExtension(form, assessedByUrl)?.valueString
  return by === undefined || form.approvalDate === undefined ? null : { by, on: form.approvalDate }
}

/** The same version, in use or not, with who decided it. Entries of it stay readable either way. */
export function assessedForm(
  form: Questionnaire,
  { isInUse, by, on }: { isInUse: boolean; by: string; on: LocalDate },
): Questionnaire {
  const others = (form.extension ?? []).filter(({ url }) => url !== assessedByUrl)
  return {
    ...form,
    status: isInUse ? 'active' : 'draft',
    approvalDate: on,
    extension: [...others, { url: assessedByUrl, valueString: by }],
  }
}

/** Whether a municipality decides of a form if it is in use: one that it begins with as a draft, or has decided about. */
export function isToBeAssessed(form: Questionnaire): boolean {
  return form.status === 'draft' || assessmentOf(form) !== null
}
