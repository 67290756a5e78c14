import { randomUUID } from 'node:crypto'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { DeviceId, type EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { canonicalAddress } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'
import { insertAccount } from '#server/accounts/create-account.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { unused } from '#server/inbox/device-quota.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import type { ServerKeys } from '#server/keys/keys.ts'
import type { Services } from '#server/services.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeAllStreams } from '#server/streams/write-all-streams.ts'
import { inboxRow } from './inbox-row.ts'
import { manyPatients } from './page/people.ts'

export const crowd = MunicipalityId.parse('bench')
const zones = ['nord-1', 'nord-2', 'sor-1', 'sor-2'].map((id) => ZoneId.parse(id))
const patientsPerZone = 200

type Phone = { deviceId: DeviceId; employeeId: EmployeeId; zone: ZoneId }
export type CrowdGround = { keys: ServerKeys; now: Instant; phones: readonly Phone[] }

/** A municipality of four zones, with their patients and so many phones, each of an employee of one zone. */
export async function crowdGround(services: Services, phones: number): Promise<CrowdGround> {
  const { db, accounts, keys, sources } = services
  const section = SectionId.parse('nord')
  await createMunicipality(accounts, {
    id: crowd,
    name: 'Eksempel kommune',
    hostName: null,
    sections: [{ id: section, name: 'Nord' }],
    zones: zones.map((id) => ({ id, name: id, section })),
  })
  const now = sources.now()
  const everywhere = { kind: 'municipality', municipality: crowd, world: 'real' } as const
  await withTenant(db, await systemScope(db, crowd), (transaction) =>
    writeAllStreams(
      postgresStreamStore(transaction),
      [
        {
          stream: { ...everywhere, class: 'forms' },
          documents: defaultForms.map((body) => documentOf('questionnaire', body)),
        },
        ...zones.map((zone, place) => ({
          stream: {
            kind: 'zone',
            municipality: crowd,
            world: 'real',
            zone,
            class: 'critical',
          } as const,
          documents: patientsOf(place).map((body) => documentOf('patient', { ...body, zone })),
        })),
      ],
      { hasher: nodeHasher, now },
    ),
  )
  const made: Phone[] = []
  for (let place = 0; place < phones; place++) made.push(await addPhone(services, place))
  // After their accounts, or they would have had no right to what they wrote.
  return { keys: keys.current(), now: sources.now(), phones: made }
}

function patientsOf(zone: number) {
  return manyPatients(patientsPerZone * zones.length).slice(
    zone * patientsPerZone,
    (zone + 1) * patientsPerZone,
  )
}

async function addPhone({ db, accounts, keys, sources }: Services, place: number): Promise<Phone> {
  const zone = zones[place % zones.length]
  if (zone === undefined) throw new Error('There is no zone')
  const names = { username: `ansatt-${place}`, name: `Ansatt ${place}`, title: 'sykepleier' }
  const nobody = { hprNumber: null, passwordHash: null }
  const employeeId = await withAccounts(accounts, crowd, (transaction) =>
    insertAccount(
      transaction,
      { municipality: crowd, sources },
      { ...names, ...nobody, role: 'nurse', zones: [zone] },
    ),
  )
  const deviceId = DeviceId.parse(randomUUID())
  const { keyId } = keys.current().credentials
  const fresh = { head: 0, noticeCursor: 0, durable: null, ...unused }
  await withTenant(db, await systemScope(db, crowd), (transaction) =>
    postgresInboxStore(transaction, crowd).registerDevice({ deviceId, keyId, ...fresh }),
  )
  return { deviceId, employeeId, zone }
}

/** What each phone has written: of five entries one is an opened card, which is logged, and the others visit notes. */
export async function entriesOfPhones(
  ground: CrowdGround,
  perPhone: number,
): Promise<InboxEntry[][]> {
  const patientsByZone = zones.map((_, place) => patientsOf(place))
  return await Promise.all(
    ground.phones.map(({ deviceId, employeeId, zone }) =>
      Promise.all(
        Array.from({ length: perPhone }, (_, place) => {
          const patients = patientsByZone[zones.indexOf(zone)] ?? []
          const patientId = patients[(place * 7) % patients.length]?.id ?? null
          const author = { employeeId, name: '', title: null, hprNumber: null }
          const isOpening = place % 5 === 0
          const content = isOpening
            ? {
                kind: 'cardOpened',
                author,
                patientId,
                openedAt: ground.now,
                revealed: null,
                reason: null,
              }
            : { ...visitAt(ground.now, place), author, patientId }
          return inboxRow(ground, {
            municipality: crowd,
            zone,
            employeeId,
            deviceId,
            n: place + 1,
            later: 0,
            form: isOpening ? cardOpenedForm : formReferenceOf(besoksnotat),
            text: JSON.stringify(content),
          })
        }),
      ),
    ),
  )
}

function visitAt(now: Instant, place: number) {
  const answers = [
    ['visitedAt', { valueDateTime: now }],
    ['done', { valueString: `Tilsyn ${place}: tok blodtrykk, ga kveldsmedisin og fylte på vann.` }],
    ['changed', { valueBoolean: false }],
    ['informed', { valueCoding: { system: 'urn:beredt:code:informed', code: 'nobody' } }],
  ] as const
  return {
    kind: 'form',
    eventAt: now,
    writtenAt: now,
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: canonicalAddress(besoksnotat),
      status: 'completed',
      item: answers.map(([linkId, answer]) => ({ linkId, answer: [answer] })),
    },
  }
}
