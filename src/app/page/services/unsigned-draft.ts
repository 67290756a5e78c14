import { isFormDraft } from '#domain/form-versions/form-draft.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { isTypedText } from './remembered/typed-text.ts'

/** Whether a stored draft becomes an entry when it is signed. Single fields and drafts of forms are kept beside those. */
export function isToBeSigned(draft: Pick<Draft, 'form'>): boolean {
  return !isTypedText(draft) && !isFormDraft(draft)
}
