import type { CardTarget } from '#domain/cards/action-card.ts'
import { findActiveForm, type Questionnaire } from '#domain/forms/questionnaire.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import { patientListTitle } from '../patient-list.ts'

/** Where the municipality's own codes and titles are found. */
export type KnownTitles = {
  services: readonly ServiceDefinition[]
  forms: readonly Questionnaire[]
}

/** Words the target of a card's step, within a sentence: «listen BST», «skjemaet Besøksnotat». */
export function cardTargetText(target: CardTarget, { services, forms }: KnownTitles): string {
  switch (target.kind) {
    case 'patientLists':
      return 'ukens lister'
    case 'patientList':
      return `listen ${patientListTitle(target.list, services)}`
    case 'form':
      return `skjemaet ${findActiveForm(target.form, forms)?.title ?? target.form}`
    case 'card':
      return target.card
  }
}
