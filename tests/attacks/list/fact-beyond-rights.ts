import { type EntryId, PatientId } from '#domain/base/ids.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { effectsOf } from '#domain/incidents/incident-effects.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { instantFromMilliseconds, millisecondsFromInstant } from '#domain/time/instant.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { isWell, ofIncident, ofPeople } from '../a-fact.ts'
import type { Attack, Outcome, Parts } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import { type Ground, type Weaken, alone } from '../ground.ts'
import { blindToReceivers, blindToRoles, unjudged } from '../rights.ts'
import { type Hired, type Town, north, south } from '../town.ts'

const at = instantFromMilliseconds(Date.UTC(2036, 10, 23))
const inTenYears = { at, writtenAt: at }
const future = nextHlc(null, millisecondsFromInstant(at))

/** Takes what a phone says of the time for what it was. */
const believing: typeof saidOfItself.placeInTime = ({ at, writtenAt, hlc }) => ({
  at,
  writtenAt,
  hlc,
  clockAheadMinutes: 0,
})

async function aTown(ground: Ground, parts: Parts, weaker: Weaken): Promise<Town> {
  return ground.town(parts === 'weakened' ? weaker : alone)
}

async function somebody(town: Town, ...hired: Parameters<Town['hire']>) {
  const one = await town.hire(...hired)
  return { one, app: await aChangedApp(town, one) }
}

/** A patient on the list of Nord 1. */
async function aPatient(town: Town): Promise<PatientId> {
  const patientId = PatientId.parse(crypto.randomUUID())
  await town.put('nord-1/critical', patientId, { name: 'Somby' })
  return patientId
}

/** What the incident changes outside itself, as every phone folds it. */
async function effectsIn(town: Town) {
  const facts = await withTenant(town.services.db, town.scope, async (transaction) => {
    const streams = postgresStreamStore(transaction)
    return readDocuments(streams, 'coordinationFact', town.stream('*/coordination'))
  })
  return effectsOf(foldIncidents(facts.values, town.now()), town.now(), 'real')
}

async function aStart(town: Town, by: Awaited<ReturnType<typeof somebody>>): Promise<EntryId> {
  const start = ofIncident(town, by.one, {
    kind: 'started',
    symptoms: ['power'],
    area: { zones: [north], streets: [] },
    startsAt: town.now(),
    announcedEnd: null,
    level: 1,
    cards: [],
  })
  await by.app.say(start)
  return start.entryId
}

function heard(isHeard: boolean, what: string): Outcome {
  return { refused: !isHeard, note: `The phones of Nord 1 got ${isHeard ? what : 'nothing'}.` }
}

export const foreignZoneOk: Attack = {
  name: 'foreign-zone-ok',
  about: 'A nurse of Sør 1 says that a patient of Nord 1 is well, so that nobody looks for her.',
  async run(ground, parts) {
    const town = await aTown(ground, parts, unjudged)
    const patientId = await aPatient(town)
    const { one, app } = await somebody(town, 'Nina Dahl', 'nurse', [south])
    const found = await app.say(ofPeople(town, one, isWell(patientId)))
    return heard(found !== null, '«snakket med – OK»')
  },
}

export const foreignPatientOk: Attack = {
  name: 'foreign-patient-ok',
  about: 'A nurse says in her own zone that a patient of Nord 1 is well.',
  async run(ground, parts) {
    const town = await aTown(ground, parts, unjudged)
    const patientId = await aPatient(town)
    const { one, app } = await somebody(town, 'Nina Dahl', 'nurse', [south])
    const found = await app.say(ofPeople(town, one, isWell(patientId), { zone: south }))
    return heard(found !== null, '«snakket med – OK»')
  },
}

export const foreignZoneUndo: Attack = {
  name: 'foreign-zone-undo',
  about: 'A nurse of Sør 1 takes back in her own zone that a patient of Nord 1 needs a visit.',
  async run(ground, parts) {
    // Without the rule the server keeps what the fact names: what a phone reads of both zones together.
    const town = await aTown(ground, parts, () => ({
      projection: {
        said: { ...saidOfItself, ownFacts: (_streams, named) => Promise.resolve([...named]) },
      },
    }))
    const patientId = await aPatient(town)
    const nurse = await somebody(town, 'Kari Moe', 'nurse', [north])
    const needs = ofPeople(town, nurse.one, {
      kind: 'contact',
      patientId,
      state: 'needsVisit',
      word: null,
    })
    await nurse.app.say(needs)
    const { one, app } = await somebody(town, 'Nina Dahl', 'nurse', [south])
    const found = await app.say(
      ofPeople(town, one, { kind: 'undone', facts: [needs.entryId] }, { zone: south }),
    )
    const isUndone = found?.includes(needs.entryId) === true
    return {
      refused: !isUndone,
      note: `A phone of both zones ${isUndone ? 'loses' : 'keeps'} «trenger besøk».`,
    }
  },
}

export const visitToStranger: Attack = {
  name: 'visit-to-stranger',
  about: 'A nurse gives her visit to somebody who does not have the zone, and it is off her list.',
  async run(ground, parts) {
    const town = await aTown(ground, parts, blindToReceivers)
    const patientId = await aPatient(town)
    const { one, app } = await somebody(town, 'Nina Dahl', 'nurse', [north])
    const stranger = await town.hire('Per Lie', 'nurse', [south])
    const { employeeId, name } = stranger.profile.author
    const visit = { patientId, planned: null }
    const body = { kind: 'visitGiven', visit, to: { employeeId, name } } as const
    const found = await app.say(ofPeople(town, one, body))
    return heard(found !== null, 'the visit under his name')
  },
}

async function effectsAfter(
  ground: Ground,
  parts: Parts,
  act: (
    town: Town,
    nina: { one: Hired; app: Awaited<ReturnType<typeof aChangedApp>> },
  ) => Promise<void>,
  weaker: Weaken = blindToRoles,
): Promise<Outcome> {
  const town = await aTown(ground, parts, weaker)
  const nina = await somebody(town, 'Nina Dahl', 'nurse', [north])
  await act(town, nina)
  const { widensAccess } = await effectsIn(town)
  return {
    refused: !widensAccess,
    note: `The incident ${widensAccess ? 'opens cards and stops deletion' : 'changes nothing outside itself'}.`,
  }
}

export const nurseConfirms: Attack = {
  name: 'nurse-confirms',
  about: 'A nurse starts an incident and confirms it herself, to open cards without a reason.',
  run: (ground, parts) =>
    effectsAfter(ground, parts, async (town, nina) => {
      await aStart(town, nina)
      await nina.app.say(ofIncident(town, nina.one, { kind: 'confirmed' }))
    }),
}

export const nurseRevives: Attack = {
  name: 'nurse-revives',
  about:
    'A nurse takes back the undoing of a confirmation, so that the incident is confirmed again.',
  run: (ground, parts) =>
    effectsAfter(ground, parts, async (town, nina) => {
      await aStart(town, nina)
      const lead = await somebody(town, 'Anne Vik', 'shiftLead', [north])
      const confirmation = ofIncident(town, lead.one, { kind: 'confirmed' })
      await lead.app.say(confirmation)
      const undo = ofIncident(town, lead.one, { kind: 'undone', facts: [confirmation.entryId] })
      await lead.app.say(undo)
      await nina.app.say(ofIncident(town, nina.one, { kind: 'undone', facts: [undo.entryId] }))
    }),
}

export const clockOfYears: Attack = {
  name: 'clock-of-years',
  about: 'A phone says «snakket med – OK» in ten years, so that it is the newest until then.',
  async run(ground, parts) {
    const town = await aTown(ground, parts, () => ({
      projection: { said: { ...saidOfItself, placeInTime: believing } },
    }))
    const patientId = await aPatient(town)
    const { one, app } = await somebody(town, 'Nina Dahl', 'nurse', [north])
    const fact = ofPeople(town, one, isWell(patientId))
    const found = await app.say(
      { ...fact, content: { ...fact.content, ...inTenYears } },
      { hlc: future },
    )
    const isAhead = found?.includes('2036') === true || found?.includes(future) === true
    return {
      refused: found !== null && !isAhead,
      note: `It is said ${isAhead ? 'in 2036' : 'when the server received it'}.`,
    }
  },
}
