import { expect, test } from 'vitest'
import type { Reading } from '#app/bridge/reading.ts'
import {
  newPatientQueries,
  searchWithFormerNumbers,
} from '#app/worker/new-patients/new-patient-queries.ts'
import { draftsOfJoined, readerOfJoined } from '#app/worker/new-patients/own-of-joined.ts'
import { withJoined } from '#app/worker/new-patients/with-joined.ts'
import { deviceReader } from '#app/worker/device-reader.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import type { PatientLink } from '#domain/new-patients/patient-link.ts'
import { registeredRecord } from '#domain/new-patients/registered-record.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { anOwnEntry } from '../../../support/an-own-entry.ts'
import { aNote } from '../../../support/a-note.ts'
import { aPatient, aPatientId, noon } from '../../../support/a-patient.ts'
import { aRegistration, registrationTables } from '../../../support/a-registration.ts'
import { anAmendment, anEntryId, kari } from '../../../support/an-amendment.ts'
import { fullTrust } from '../../../support/full-trust.ts'
import { noLists } from '../../../support/no-lists.ts'
import { aProfile } from '../../../support/test-vault.ts'

const zone = ZoneId.parse('nord-2')
const elsewhere = ZoneId.parse('sor-1')
const listed = aPatient({
  zone,
  name: { family: 'Nilsen', given: 'Aud' },
  address: { street: 'Havnegata 4', postalCode: null, city: null, detail: null },
})
const { patient: temporary } = registeredRecord(aRegistration({ zone }), registrationTables)
const noteAbout = aNote('Var der', { zone, patientId: temporary.id, entryId: anEntryId(7) })

function open<Value>(value: Value[]): Reading<Value[]> {
  const whole = { verifiedAt: noon, damaged: 0, missing: 0, newer: {} }
  return { kind: 'open', value, ...whole, ...fullTrust }
}

function decided(kind: 'same' | 'undone', minutes: number, patientZone = zone): PatientLink {
  const decision = {
    kind,
    patientId: listed.id,
    patientZone,
    by: kari,
    at: plusMinutes(noon, minutes),
  }
  return { temporaryId: temporary.id, zone, decisions: [decision] }
}

/** A phone with both of them, a note, an amendment and an own entry about the temporary patient. */
function aPhone(...links: readonly PatientLink[]) {
  const lists = {
    ...noLists,
    listPatients: () => Promise.resolve(open([listed, temporary])),
    listNotes: () => Promise.resolve(open([noteAbout])),
    listAmendments: () => Promise.resolve(open([anAmendment({ zone, patientId: temporary.id })])),
    listPatientLinks: () => Promise.resolve(open([...links])),
  }
  const profile = { ...aProfile(), zones: [{ id: zone, name: 'Nord 2' }] }
  const access = {
    findUnlocked: () =>
      Promise.resolve({ employeeId: profile.author.employeeId, profile, keysAltered: false }),
  }
  return { lists, joined: withJoined(lists, access) }
}

async function valuesOf<Value>(reading: Promise<Reading<Value[]>>): Promise<Value[]> {
  const read = await reading
  return read.kind === 'open' ? read.value : []
}

const idsOn = async ({ joined }: ReturnType<typeof aPhone>) =>
  (await valuesOf(joined.lists.listPatients(null))).map(({ id }) => id)

test('joined, she is one patient, and all that was written about her is about the list’s patient', async () => {
  const phone = aPhone(decided('same', 1))
  const { lists } = phone.joined

  const [note] = await valuesOf(lists.listNotes(null))
  const [amendment] = await valuesOf(lists.listAmendments(null))

  expect(await idsOn(phone)).toEqual([listed.id])
  expect(note).toEqual({ ...noteAbout, patientId: listed.id })
  expect(amendment?.patientId).toBe(listed.id)
  expect((await valuesOf(lists.listNotes(null)))[0]).toBe(note)
})

test('undone, she stands apart again with what was written about her', async () => {
  const phone = aPhone(decided('same', 1), decided('undone', 2))

  expect(await idsOn(phone)).toEqual([listed.id, temporary.id])
  expect(await valuesOf(phone.joined.lists.listNotes(null))).toEqual([noteAbout])
})

test('a phone that has not the zone of the list’s patient keeps her on its lists', async () => {
  expect(await idsOn(aPhone(decided('same', 1, elsewhere)))).toContain(temporary.id)
})

test('her number finds the list’s patient, and an address of hers opens that card', async () => {
  const { joined } = aPhone(decided('same', 1))
  const search = searchWithFormerNumbers(() => Promise.resolve(open([])), joined)
  const access = { findUnlocked: () => Promise.resolve(null) }
  const noHidden = { listHidden: () => Promise.resolve({ kind: 'none' } as const) }
  const reader = readerOfJoined(deviceReader(joined.lists, access, noHidden), joined)

  const found = await search(temporaryNumber(temporary.id), null)

  expect(found).toMatchObject({ kind: 'open', value: [{ id: listed.id }] })
  expect(await reader.findPatient(temporary.id)).toMatchObject({ value: { id: listed.id } })
})

test('her own entries and drafts are listed under the list’s patient, and a draft keeps whom it names', async () => {
  const { joined } = aPhone(decided('same', 1))
  const signed = { ...aRegistration({ zone }), patientId: temporary.id, entryId: anEntryId(8) }
  const { form, response } = signed
  const about = { zone, world: 'real', patientId: temporary.id, corrects: null } as const
  const times = { eventAt: noon, startedAt: noon }
  const stored = { draft: { id: anEntryId(9), form, response, ...about, ...times }, savedAt: noon }
  const drafts = draftsOfJoined(
    {
      save: () => Promise.resolve(accepted({ savedAt: noon })),
      find: () => Promise.resolve(accepted(stored)),
      list: () => Promise.resolve(accepted({ drafts: [stored], damaged: 0 })),
      remove: () => Promise.resolve(accepted(null)),
    },
    joined,
  )

  expect(await joined.entries(Promise.resolve(accepted([anOwnEntry(signed, 1)])))).toMatchObject({
    value: [{ entryId: anEntryId(8), content: { value: { patientId: listed.id } } }],
  })
  expect(await drafts.list()).toMatchObject({
    value: { drafts: [{ draft: { patientId: listed.id } }] },
  })
  expect(await drafts.find(anEntryId(9))).toMatchObject({
    value: { draft: { patientId: temporary.id } },
  })
})

test('a leader sees whom she may be and why, and after her answer what she answered', async () => {
  const before = aPhone()
  const after = aPhone(decided('same', 1))
  const queriesOf = ({ lists, joined }: typeof before) => newPatientQueries(lists, joined)

  expect(await queriesOf(before).newPatients()).toMatchObject({
    value: [
      {
        temporary: { id: temporary.id },
        proposals: [{ patient: { id: listed.id }, reasons: ['name', 'address'] }],
        decisions: [],
      },
    ],
  })
  expect(await queriesOf(after).newPatients()).toMatchObject({
    value: [
      { proposals: [], decisions: [{ decision: { kind: 'same' }, patient: { id: listed.id } }] },
    ],
  })
  expect(await queriesOf(after).joinedTo(listed.id)).toMatchObject([{ temporaryId: temporary.id }])
  expect(await queriesOf(before).joinedTo(PatientId.parse(aPatientId(1)))).toEqual([])
})
