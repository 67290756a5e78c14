import type { CardTarget } from '#domain/cards/action-card.ts'
import { paths } from '../paths/paths.ts'

/** The address of the screen where a step of a card is done. */
export function targetPath(target: CardTarget): string {
  switch (target.kind) {
    case 'patientLists':
      return paths.lists.to({})
    case 'patientList':
      return paths.patientList.to({ kind: target.list })
    case 'form':
      return paths.startForm.to({ formId: target.form })
    case 'card':
      return paths.card.to({ code: target.card })
  }
}
