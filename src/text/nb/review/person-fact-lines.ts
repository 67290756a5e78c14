import type {
  ContactState,
  DoseKey,
  PersonFactBody,
  PowerFinding,
  VisitKey,
  VisitOutcome,
} from '#domain/people/person-fact.ts'
import { type FactLine, undoneText, what, wordLine } from './coordination-fact-lines.ts'
import { patientListWords } from '../words/patient-list.ts'
import { fullDate } from '../words/time.ts'

const contactStates = {
  noAnswer: 'Svarer ikke',
  spokenOk: 'Snakket med – OK',
  needsVisit: 'Trenger besøk',
  visited: 'Besøkt',
  transferred: 'Overført',
  moved: 'Flyttet',
  dead: 'Død',
} satisfies Record<ContactState, string>

const visitOutcomes = {
  done: 'Besøket er gjort',
  partly: 'Besøket er delvis gjort',
  notHome: 'Ikke hjemme',
  blockedRoad: 'Veien er stengt',
  needsTwo: 'Besøket trenger to',
} satisfies Record<VisitOutcome, string>

export function personFactLines(body: PersonFactBody): FactLine[] {
  switch (body.kind) {
    case 'contact':
      return [what(contactStates[body.state]), ...wordLine(body.word)]
    case 'power':
      return [what('Strøm hos brukeren'), ...findingLines(body.finding)]
    case 'placePower':
      return [what(`${placeText(body)} ${body.hasPower ? 'har strøm' : 'har ikke strøm'}`)]
    case 'visitGiven':
      return [
        what(`Gir et besøk til ${body.to.name || 'en ukjent konto'}`),
        ...visitLine(body.visit),
      ]
    case 'visitTaken':
      return [
        what('Overtar et besøk'),
        ...line('Avtalt med', body.agreedWith ?? null),
        ...visitLine(body.visit),
      ]
    case 'visitEnded':
      return [what(visitOutcomes[body.outcome]), ...visitLine(body.visit), ...wordLine(body.word)]
    case 'dose': {
      const { notGivenCode } = body
      const isGiven = notGivenCode === null
      return [
        what(isGiven ? 'Dosen er gitt' : 'Dosen er ikke gitt'),
        doseLine(body.dose),
        ...(isGiven ? [] : [{ label: 'Kode', text: notGivenCode }]),
      ]
    }
    case 'doseHandled':
      return [
        what('Har sett på en dose som står to ganger'),
        doseLine(body.dose),
        ...wordLine(body.word),
      ]
    case 'calling': {
      const list = patientListWords[body.list].title
      return [
        what(`${body.isCalling ? 'Ringer på listen' : 'Ringer ikke lenger på listen'} ${list}`),
      ]
    }
    case 'undone':
      return [what(undoneText(body.facts.length))]
  }
}

function findingLines({
  batteryMinutes,
  reserveMinutes,
  hasPower,
  someoneThere,
  word,
}: PowerFinding): FactLine[] {
  return [
    ...line('Strøm', yesOrNo(hasPower)),
    ...line('Batteri', minutesText(batteryMinutes)),
    ...line('Reserve', minutesText(reserveMinutes)),
    ...line('Noen er der', yesOrNo(someoneThere)),
    ...wordLine(word),
  ]
}

/** No line for what nobody has found out. */
function line(label: string, text: string | null): FactLine[] {
  return text === null ? [] : [{ label, text }]
}

function yesOrNo(value: boolean | null): string | null {
  if (value === null) return null
  return value ? 'ja' : 'nei'
}

function minutesText(minutes: number | null): string | null {
  return minutes === null ? null : `${minutes} minutter`
}

function placeText({ street, number }: { street: string; number: string | null }): string {
  return number === null ? street : `${street} ${number}`
}

function visitLine({ planned }: VisitKey): FactLine[] {
  return planned === null ? [] : [{ label: 'På arbeidslisten', text: fullDate(planned.on) }]
}

function doseLine({ line, on, slot }: DoseKey): FactLine {
  const from = line === null ? 'dispenseren' : 'legemiddelarket'
  return { label: 'Dose', text: `${fullDate(on)} kl. ${slot}, ${from}` }
}
