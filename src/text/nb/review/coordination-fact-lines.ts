import type { Symptom } from '#domain/cards/symptom.ts'
import type {
  CoordinationFactBody,
  IncidentArea,
  IncidentPart,
  StepState,
} from '#domain/incidents/coordination-fact.ts'
import { fullMoment } from '../words/time.ts'

/** What a fact says, as a question with its answer: a leader decides about it who did not see the screen. */
export type FactLine = { label: string; text: string }

const symptoms = {
  power: 'strøm',
  mobile: 'mobil',
  internet: 'internett',
  ehr: 'CosDoc',
  alarm: 'trygghetsalarm',
  dispenser: 'medisindispenser',
  supervision: 'digitalt tilsyn',
  lock: 'elektronisk lås',
  signIn: 'innlogging',
  water: 'vann',
  road: 'vei',
  attack: 'mulig dataangrep',
  leak: 'noe på avveie',
} satisfies Record<Symptom, string>

const stepStates = {
  done: 'gjort',
  notRelevant: 'ikke aktuelt',
  failed: 'gikk ikke',
} satisfies Record<StepState, string>

export function coordinationFactLines(body: CoordinationFactBody): FactLine[] {
  switch (body.kind) {
    case 'started':
      return [
        what('Melder en hendelse'),
        symptomsLine(body.symptoms),
        areaLine(body.area),
        startLine(body.startsAt),
        endLine(body.announcedEnd),
        levelLine(body.level),
        cardsLine(body.cards),
      ]
    case 'corrected':
      return [what('Retter hendelsen'), partLine(body.to)]
    case 'confirmed':
      return [what('Bekrefter hendelsen. Det gjelder i 72 timer')]
    case 'closed':
      return [what('Avslutter hendelsen'), ...wordLine(body.word)]
    case 'reopened':
      return [what('Åpner hendelsen igjen'), ...wordLine(body.word)]
    case 'merged':
      return [what('Slår sammen to hendelser til én')]
    case 'step': {
      const zone = body.zone === null ? '' : ` i ${body.zone}`
      const step = `${body.card} steg ${body.step}${zone}: ${stepStates[body.state]}`
      return [what(step), ...wordLine(body.word)]
    }
    case 'undone':
      return [what(undoneText(body.facts.length))]
  }
}

export function what(text: string): FactLine {
  return { label: 'Hva', text }
}

export function wordLine(word: string | null): FactLine[] {
  return word === null || word === '' ? [] : [{ label: 'Med ord', text: word }]
}

export function undoneText(count: number): string {
  return count === 1 ? 'Angrer én opplysning' : `Angrer ${count} opplysninger`
}

/** The label of what is taken back. */
export function undoneLabel(label: string): string {
  return `Angrer · ${label}`
}

function partLine(to: IncidentPart): FactLine {
  switch (to.part) {
    case 'symptoms':
      return symptomsLine(to.value)
    case 'area':
      return areaLine(to.value)
    case 'startsAt':
      return startLine(to.value)
    case 'announcedEnd':
      return endLine(to.value)
    case 'level':
      return levelLine(to.value)
    case 'cards':
      return cardsLine(to.value)
  }
}

function symptomsLine(value: readonly Symptom[]): FactLine {
  const text = value.length === 0 ? 'noe er nede' : value.map((one) => symptoms[one]).join(', ')
  return { label: 'Hva virker ikke', text }
}

function areaLine({ zones, streets }: IncidentArea): FactLine {
  return { label: 'Hvor', text: [...zones, ...streets].join(', ') || 'ikke sagt' }
}

function startLine(startsAt: Extract<IncidentPart, { part: 'startsAt' }>['value']): FactLine {
  return { label: 'Fra', text: fullMoment(startsAt) }
}

function endLine(end: Extract<IncidentPart, { part: 'announcedEnd' }>['value']): FactLine {
  return { label: 'Varslet slutt', text: end === null ? 'ikke varslet' : fullMoment(end) }
}

function levelLine(level: number): FactLine {
  return { label: 'Nivå', text: String(level) }
}

function cardsLine(cards: readonly { code: string }[]): FactLine {
  return { label: 'Kort', text: cards.map(({ code }) => code).join(', ') || 'ingen' }
}
