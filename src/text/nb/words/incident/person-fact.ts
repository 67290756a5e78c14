import type {
  ContactState,
  PersonFactBody,
  PowerFinding,
  VisitOutcome,
} from '#domain/people/person-fact.ts'
import { durationWords } from '../time.ts'

/** The same words of state in all lists, on screen and on paper. */
export const contactStateText = {
  noAnswer: 'Svarer ikke',
  spokenOk: 'Snakket med – OK',
  needsVisit: 'Trenger besøk',
  visited: 'Besøkt',
  transferred: 'Overført',
  moved: 'Flyttet',
  dead: 'Død',
} satisfies Record<ContactState, string>

export const notContactedText = 'Ikke kontaktet'

export const visitOutcomeText = {
  done: 'Gjort',
  partly: 'Delvis gjort',
  notHome: 'Ikke hjemme',
  blockedRoad: 'Veien er sperret',
  needsTwo: 'Trenger to',
} satisfies Record<VisitOutcome, string>

/** Words a fact about a patient in one line, without who said it and when. */
export function personFactText(body: PersonFactBody): string {
  switch (body.kind) {
    case 'contact':
      return withWord(contactStateText[body.state], body.word)
    case 'power':
      return findingText(body.finding)
    case 'placePower':
      return `${[body.street, body.number].filter(Boolean).join(' ')} ${body.hasPower ? 'har strøm' : 'har ikke strøm'}`
    case 'visitGiven':
      return `Besøket er tilbudt ${body.to.name}`
    case 'visitTaken':
      return body.agreedWith === undefined
        ? 'Har tatt besøket'
        : `Har besøket, avtalt med ${body.agreedWith}`
    case 'visitEnded':
      return withWord(`Besøk: ${visitOutcomeText[body.outcome].toLowerCase()}`, body.word)
    case 'dose':
      return body.notGivenCode === null
        ? `Dose ${body.dose.slot} bekreftet`
        : `Dose ${body.dose.slot}: kode ${body.notGivenCode}`
    case 'doseHandled':
      return withWord(`Dose ${body.dose.slot} er sett på`, body.word)
    case 'calling':
      return body.isCalling ? 'Ringer nå' : 'Ringer ikke lenger'
    case 'undone':
      return 'Angret'
  }
}

/** «Byttet eller målt, holder 4 t · Har strøm»: what a call or a visit found out about power. */
export function findingText(finding: PowerFinding): string {
  const { batteryMinutes, reserveMinutes, hasPower, someoneThere, word } = finding
  const parts = [
    batteryMinutes === null ? null : `Byttet eller målt, holder ${durationWords(batteryMinutes)}`,
    (reserveMinutes ?? 0) === 0 ? null : `Reserve ${durationWords(reserveMinutes ?? 0)}`,
    hasPower === null ? null : hasPower ? 'Har strøm' : 'Har ikke strøm',
    someoneThere === null ? null : someoneThere ? 'Noen er der' : 'Er alene',
    word,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function withWord(text: string, word: string | null): string {
  return word === null ? text : `${text}: ${word}`
}
