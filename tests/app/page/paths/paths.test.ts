import { expect, test } from 'vitest'
import { findPlace, paths } from '#app/page/paths/paths.ts'
import { EntryId, IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { CardCode } from '#domain/cards/action-card.ts'
import { FormId, FormReference } from '#domain/forms/form-reference.ts'
import { PatientListKind } from '#domain/lists/patient-list.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'

const id = '6f1c7a52-3f0e-4c57-9a55-0d0f4f2f7c11'
const patientId = PatientId.parse(id)
const zone = ZoneId.parse('nord-1')
const code = CardCode.parse('TK-01')
const formId = FormId.parse('besoksnotat')
const incident = IncidentId.parse(id)
const calledAt = Instant.parse('2026-11-23T02:11:00.000Z')
const nowhere = new URLSearchParams()

const written = [
  ['now', paths.now.to(), '/'],
  ['whatFails', paths.whatFails.to(), '/hva-virker-ikke'],
  ['incident', paths.incident.to({ incident }), `/hendelse/${id}`],
  ['changeIncident', paths.changeIncident.to({ incident }), `/hendelse/${id}/endre`],
  ['powerPlaces', paths.powerPlaces.to({ incident }), `/hendelse/${id}/strom`],
  [
    'incidentCard',
    paths.incidentCard.to({ incident, code, role: 'V', zone }),
    `/hendelse/${id}/kort/tk-01?rolle=V&sone=nord-1`,
  ],
  [
    'tasks',
    paths.tasks.to({ incident, role: 'alle', zone }),
    `/hendelse/${id}/oppgaver?rolle=alle&sone=nord-1`,
  ],
  ['isbar', paths.isbar.to({ patientId }), `/bruker/${id}/isbar`],
  ['lists', paths.lists.to({}), '/lister'],
  ['lists', paths.lists.to({ zone }), '/lister?sone=nord-1'],
  [
    'patientList',
    paths.patientList.to({ kind: 'safetyAlarm', zone }),
    '/lister/try-hst?sone=nord-1',
  ],
  ['medication', paths.medication.to({ patientId }), `/bruker/${id}/legemiddelark`],
  ['signingList', paths.signingList.to({ patientId }), `/bruker/${id}/signering`],
  ['card', paths.card.to({ code, role: 'alle' }), '/tiltakskort/tk-01?rolle=alle'],
  ['wholeCard', paths.wholeCard.to({ code }), '/tiltakskort/tk-01/hele'],
  ['startForm', paths.startForm.to({ formId, patientId }), `/skriv/besoksnotat?bruker=${id}`],
  [
    'draft',
    paths.draft.to({
      draftId: EntryId.parse(id),
      form: FormReference.parse('besoksnotat@1'),
      zone,
      patientId,
    }),
    `/skriv/utkast/${id}?skjema=besoksnotat%401&sone=nord-1&bruker=${id}`,
  ],
  ['countdown', paths.countdown.to({ zone, incident }), `/tom-forst?sone=nord-1&hendelse=${id}`],
  ['callList', paths.callList.to({ list: 'medicineDispenser' }), '/ikke-fatt-kontakt?liste=vem'],
  ['visits', paths.visits.to({}), '/besok'],
  [
    'visit',
    paths.visit.to({ patientId, visitId: 'nord/1', on: LocalDate.parse('2026-11-23') }),
    `/besok/${id}?besok=nord%2F1&dag=2026-11-23`,
  ],
  [
    'personInIncident',
    paths.personInIncident.to({ patientId, calledAt, from: 'callList', list: 'safetyAlarm' }),
    `/bruker/${id}/hendelse?ringt=2026-11-23T02%3A11%3A00.000Z&fra=ikke-fatt-kontakt&liste=try-hst`,
  ],
  ['readyMessages', paths.readyMessages.to({ patientId }), `/ferdige-meldinger?bruker=${id}`],
  ['correct', paths.correct.to({ entryId: EntryId.parse(id) }), `/skriv/rett/${id}`],
  ['sent', paths.sent.to({ isSigned: true }), '/sendt?signert=ja'],
  ['signIn', paths.signIn.to({ returnTo: 'import' }), '/logg-inn?til=ukens-lister'],
] as const

test.each(written)('%s is written as readers know it: %s', (_, path, expected) => {
  expect(path).toBe(expected)
})

test.each(written)('what %s is written as leads there: %s', (name, path) => {
  expect(findPlace(new URL(path, 'http://localhost').pathname)).toBe(name)
})

test.each(PatientListKind.options)('the list %s is read back from its address', (kind) => {
  const word = paths.patientList.to({ kind }).split('/').at(-1)

  expect(paths.patientList.parse({ kind: word }, nowhere)).toEqual({ kind })
})

test('an id with a slash in it stays one part of the address', () => {
  expect(paths.workList.to({ workListId: 'nord/1?' })).toBe('/arbeidslister/nord%2F1%3F')
})

test('what an address says comes out as values, whatever else stands in the query', () => {
  const query = new URLSearchParams('sone=nord-1&annet=1')

  expect(paths.lists.parse({}, query)).toEqual({ zone })
  expect(paths.card.parse({ code: 'tk-01' }, new URLSearchParams('rolle=V'))).toEqual({
    code: 'TK-01',
    role: 'V',
  })
})

test('when somebody was rung, and from which list, is read back', () => {
  const query = new URLSearchParams(`ringt=${calledAt}&fra=tom-forst&hendelse=${id}`)

  expect(paths.personInIncident.parse({ patientId: id }, query)).toEqual({
    patientId,
    calledAt,
    from: 'countdown',
    incident,
  })
})

test.each([
  ['a list that is none', paths.patientList.parse({ kind: 'xyz' }, nowhere)],
  ['a list under a name from the code', paths.patientList.parse({ kind: 'priority' }, nowhere)],
  ['no list', paths.patientList.parse({}, nowhere)],
  ['no id of a patient', paths.patient.parse({ patientId: 'kari' }, nowhere)],
  ['a role that is none', paths.card.parse({ code: 'tk-01' }, new URLSearchParams('rolle=X'))],
  ['no id of a form', paths.startForm.parse({ formId: 'Skjema 1' }, nowhere)],
  ['a damaged zone', paths.lists.parse({}, new URLSearchParams('sone=../'))],
  ['a way back to another site', paths.signIn.parse({}, new URLSearchParams('til=//ond.no'))],
])('%s is refused', (_, parsed) => {
  expect(parsed).toBeNull()
})
