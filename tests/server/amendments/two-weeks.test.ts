import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { readBinderContent } from '#server/binder/read-binder-content.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { aFhirList, type FhirListPerson } from '../../support/a-fhir-list.ts'
import { amendmentsBench, type SignedAmendment } from '../../support/amendments-bench.ts'
import { aBinderCopy } from '../../support/a-binder.ts'
import { binderPdf } from '../../support/binder-pdf.ts'
import { textOfPdf } from '../../support/read-pdf.ts'
import { testMunicipality, testServer } from '../../support/test-server.ts'

const nord1 = ZoneId.parse('nord-1')
const server = await testServer()
const bench = await amendmentsBench(server)
await bench.employee('kari', 'Kari Nordmann', 'nurse', [nord1])
await bench.employee('ahmed', 'Ahmed Haugen', 'nurse', [nord1])
await bench.employee('anne', 'Anne Dahl', 'shiftLead', [nord1])
await bench.employee('leder', 'Liv Leder', 'sectionLeader', [nord1, ZoneId.parse('nord-2')])

const usual = [
  { name: 'Furix', amount: 20, at: '08:00' },
  { name: 'Paracet', amount: 500, at: '20:00' },
] as const
const [furix, paracet] = usual

/** What is signed of a person, and how the list two weeks later has her; null for one who is gone from it. */
type Case = { signed: SignedAmendment; later: Partial<FhirListPerson> | null }

const repeat = (count: number, one: (place: number) => Case): Case[] =>
  Array.from({ length: count }, (_, place) => one(place))

const dose = {
  kind: 'dose',
  texts: { medicine: 'Furix', amount: '40 mg', times: '08', orderedBy: 'Lege Lind' },
}
const stopped = { kind: 'stopped', texts: { medicine: 'Furix', orderedBy: 'Lege Lind' } }
const moved = { kind: 'moved', texts: { newAddress: 'Storgata 2, 3210 Sandefjord' } }
const key = { kind: 'key', texts: { keyPlace: 'E-lås i hovedinngang', keyCode: '4711' } }
const kin = {
  kind: 'nextOfKin',
  texts: { kinName: 'Per Lie', kinRelation: 'Sønn', kinPhone: '90000002' },
}

/** Forty changes of every kind: thirty that the list agrees with, five that it denies, five of which it says nothing. */
const cases: Case[] = [
  ...repeat(9, () => ({ signed: dose, later: { medicines: [{ ...furix, amount: 40 }, paracet] } })),
  ...repeat(2, () => ({ signed: dose, later: {} })),
  ...repeat(4, () => ({ signed: stopped, later: { medicines: [paracet] } })),
  ...repeat(1, () => ({ signed: stopped, later: {} })),
  ...repeat(4, () => ({ signed: moved, later: { street: 'Storgata 2' } })),
  ...repeat(3, () => ({ signed: key, later: { lock: 'E-lås i hovedinngang' } })),
  ...repeat(1, () => ({ signed: key, later: { lock: 'Annen lås' } })),
  ...repeat(4, () => ({ signed: kin, later: { kin: { name: 'Per Lie', phone: '90000002' } } })),
  ...repeat(3, () => ({ signed: { kind: 'died' }, later: null })),
  ...repeat(1, () => ({ signed: { kind: 'died' }, later: {} })),
  ...repeat(3, () => ({ signed: { kind: 'home' }, later: {} })),
  ...repeat(3, () => ({
    signed: { kind: 'hospitalised', texts: { ward: 'Medisin 3' } },
    later: {},
  })),
  ...repeat(2, () => ({
    signed: { kind: 'other', texts: { other: 'Ny hund i gangen' } },
    later: {},
  })),
]

const firstList = aFhirList(cases.map((_, place) => ({ number: place + 1, medicines: usual })))
const laterList = aFhirList(
  cases.flatMap(({ later }, place) =>
    later === null ? [] : [{ number: place + 1, medicines: usual, ...later }],
  ),
)

async function binderText(): Promise<string> {
  const content = await withTenant(server.services.db, bench.rights.scope, (transaction) =>
    readBinderContent(
      postgresStreamStore(transaction),
      {
        municipality: { id: testMunicipality, name: 'Testby' },
        zone: { id: nord1, name: 'Nord 1' },
        world: 'real',
      },
      server.now(),
    ),
  )
  const pdf = await binderPdf(
    { content, copy: aBinderCopy({ printedAt: server.now() }) },
    { onProgress: () => {}, isCancelled: () => false },
  )
  if (pdf === null) throw new Error('Nobody cancelled it.')
  return textOfPdf(pdf.bytes)
}

const words = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, '')

test('two weeks without a list: forty changes of all kinds lie on top, and the next list settles thirty-five of them', async () => {
  expect(cases).toHaveLength(40)
  await bench.importFile('leder', firstList)
  const people = new Map((await bench.patients(nord1)).map((one) => [one.name.family, one]))
  const phones = await Promise.all(['kari', 'ahmed', 'anne'].map((name) => bench.phoneOf(name)))

  for (const [place, { signed }] of cases.entries()) {
    const patient: Patient | undefined = people.get(`Familie${place + 1}`)
    const phone = phones[place % phones.length]
    if (patient === undefined || phone === undefined) throw new Error('Who is it about?')
    await bench.sign(phone, patient, signed)
    server.passMinutes(8 * 60)
  }
  await bench.send(...phones)
  const shown = await bench.shown(nord1)
  const printed = words(await binderText())

  // Each with what, who and when: on her own page and on every list that she is on.
  expect(shown).toHaveLength(40)
  for (const one of shown) {
    const text = words(amendmentText(one))
    expect(text).toMatch(/av(KariNordmann|AhmedHaugen|AnneDahl)/)
    expect(text).toMatch(/\d+\.\d+\.kl\.\d\d:\d\d/)
  }
  const pieces = new Set(shown.map(({ amendment: { from } }) => from))
  expect(pieces.size).toBe(40)
  expect(printed).not.toContain('4711')
  for (const one of shown) {
    const [start = ''] = words(amendmentText(one)).split(':')
    expect(printed.split(start).length - 1).toBeGreaterThanOrEqual(2)
  }

  const { preview, taken } = await bench.importFile('leder', laterList)

  const counts = { confirmed: 30, contradicted: 5, left: 5 }
  expect(preview).toMatchObject({ kind: 'preview', sinceList: counts, gone: 3 })
  expect(taken).toMatchObject({ kind: 'taken', sinceList: counts })
  const left = await bench.shown(nord1)
  expect(left).toHaveLength(10)
  expect(left.filter(({ amendment }) => amendment.outcome?.kind === 'contradicted')).toHaveLength(5)
  expect(left.map(amendmentText).filter((text) => text.includes('sier noe annet'))).toHaveLength(5)
}, 120_000)
