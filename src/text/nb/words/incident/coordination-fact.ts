import type { CoordinationFactBody, IncidentLevel } from '#domain/incidents/coordination-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { symptomsText } from './symptom.ts'
import { momentWords } from '../time.ts'
import { zoneText } from '../zone.ts'
import type { NamedZone } from '../stream.ts'

export const levelText = {
  1: 'Nivå 1, lokal',
  2: 'Nivå 2, utvidet',
  3: 'Nivå 3, krise',
} satisfies Record<IncidentLevel, string>

export const stepStateText = {
  done: 'Gjort',
  notRelevant: 'Ikke aktuelt',
  failed: 'Gikk ikke',
} as const

type Context = { now: Instant; zones: readonly NamedZone[] }

/** The name of a fact, as it is undone by: «Startet 02:41», «TK-01 steg 3: Gjort». */
export function coordinationFactText(body: CoordinationFactBody, context: Context): string {
  switch (body.kind) {
    case 'started':
      return `Meldt: ${symptomsText(body.symptoms)}`
    case 'corrected':
      return correctedText(body.to, context)
    case 'confirmed':
      return 'Bekreftet'
    case 'closed':
      return withWord('Over', body.word)
    case 'reopened':
      return withWord('Åpnet igjen', body.word)
    case 'merged':
      return 'Slått sammen'
    case 'step':
      return withWord(`${body.card} steg ${body.step}: ${stepStateText[body.state]}`, body.word)
    case 'undone':
      return 'Angret'
  }
}

function correctedText(
  to: Extract<CoordinationFactBody, { kind: 'corrected' }>['to'],
  { now, zones }: Context,
): string {
  switch (to.part) {
    case 'symptoms':
      return `Gjelder ${symptomsText(to.value)}`
    case 'area':
      return `Sted: ${placeText(to.value, zones)}`
    case 'startsAt':
      return `Start ${momentWords(to.value, now)}`
    case 'announcedEnd':
      return to.value === null
        ? 'Slutt ikke varslet'
        : `Varslet slutt ${momentWords(to.value, now)}`
    case 'level':
      return levelText[to.value]
    case 'cards':
      return `Kort: ${to.value.map(({ code }) => code).join(', ')}`
  }
}

/** «Nord 2», «Nord 2, Furuveien og Sentrumsgata», «3 soner» */
export function placeText(
  { zones: ids, streets }: { zones: readonly string[]; streets: readonly string[] },
  zones: readonly NamedZone[],
): string {
  const names = ids.map((id) => {
    const known = zones.find((zone) => zone.id === id)
    return known === undefined ? id : zoneText(known.name)
  })
  const where = names.length > 2 ? `${names.length} soner` : names.join(' og ')
  if (streets.length === 0) return where
  return `${where}, ${streets.length > 2 ? `${streets.length} gater` : streets.join(' og ')}`
}

function withWord(text: string, word: string | null): string {
  return word === null || word === '' ? text : `${text} (${word})`
}
