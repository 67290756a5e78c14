import { foldText } from '../base/folded-text.ts'
import { doseKeyText, visitKeyText } from './keys.ts'
import type { PersonFact } from './person-fact.ts'

/** What a fact is about, so that it takes the place only of facts about the same: nobody is hidden by a fact about another. */
export function personSubject({ author, body }: Pick<PersonFact, 'author' | 'body'>): string {
  switch (body.kind) {
    case 'contact':
      return `contact ${body.patientId}`
    case 'power':
      return `power ${body.finding.patientId}`
    case 'placePower':
      return `place ${placeText(body)}`
    case 'visitGiven':
    case 'visitTaken':
      return `visit ${visitKeyText(body.visit)}`
    case 'visitEnded':
      return `ended ${visitKeyText(body.visit)}`
    case 'dose':
      return `dose ${doseKeyText(body.dose)}`
    case 'doseHandled':
      return `handled ${doseKeyText(body.dose)}`
    case 'calling':
      return `calling ${author.employeeId} ${body.list}`
    case 'undone':
      return 'undone'
  }
}

/** «Storgata», or «Storgata 12 B», however it was typed. */
export function placeText({ street, number }: { street: string; number: string | null }): string {
  return `${foldText(street)} ${number === null ? '' : foldText(number)}`
}
