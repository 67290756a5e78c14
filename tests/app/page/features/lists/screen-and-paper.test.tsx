import { expose } from 'comlink'
import { paths } from '#app/page/paths/paths.ts'
import { expect, test } from 'vitest'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { PatientListKind } from '#domain/lists/patient-list.ts'
import { briefFacts } from '#domain/lists/brief-facts.ts'
import type { RowFact } from '#domain/lists/row-facts.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import type { BinderLayout } from '#app/bridge/binder-printer.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import { readFonts } from '#pdf/font.ts'
import { patientListSheets } from '#pdf/list-sheets.ts'
import { type PatientList, patientLists } from '#pdf/patient-lists.ts'
import { typesetter } from '#pdf/sheet.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { columnFactText, rowFactText } from '#text/nb/words/row-fact.ts'
import { aBinderContent } from '../../../../support/a-binder.ts'
import { aDevice, aPatient, at, codes } from '../../../../support/a-patient.ts'
import { monday, type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const zone = ZoneId.parse('nord-2')
const everyService = codes('BST', 'TRY', 'VEM', 'VDT', 'VLT')
const kin = { name: 'Berit Lie', relation: 'Datter', phone: '116117', canLookIn: false }
const lock = {
  id: 'lock',
  kind: 'electronicLock',
  description: '',
  worksOffline: null,
  hasCode: true,
} as const

/** Everything that a list can say, and the cases that lists have been known to differ in. */
const oddPatients: Patient[] = [
  { name: { family: 'Ukjent', given: 'Batteri' }, devices: [aDevice({ batteryMinutes: null })] },
  { name: { family: 'Ikke', given: 'Kartlagt' }, nextOfKin: [kin] },
  {
    name: { family: 'Flere', given: 'Apparater' },
    devices: [
      aDevice({ id: 'd1', batteryMinutes: 72 * 60, reserveMinutes: 90 }),
      aDevice({ id: 'd2', kind: null, batteryMinutes: null, description: '3 l/min.' }),
      aDevice({ id: 'd3', kind: 'cpap', batteryMinutes: 0, reserve: 'Nabo har en, 4 t' }),
      aDevice({ id: 'd4', kind: 'medicine-dispenser', reserve: 'Dosett i skapet' }),
    ],
    doseTimes: [at('08:00'), at('20:00')],
  },
  { name: { family: 'Uten', given: 'Tjeneste' }, services: [], access: [lock] },
  {
    name: { family: 'Skjult', given: 'Adresse' },
    addressProtection: 'strictlyConfidential' as const,
    address: { street: 'Hemmeligveien 1', postalCode: null, city: null, detail: null },
    phone: '22222222',
    access: [{ ...lock, kind: 'keyBox' as const, description: 'Boks i Hemmeligveien' }],
  },
  ...['900 00 990', '900 00 991'].map((phone) => ({
    name: { family: 'Like', given: 'Navn' },
    phone,
    livesAlone: false,
    nextOfKin: [{ ...kin, canLookIn: true }],
    critical: [{ kind: 'cave' as const, text: 'Penicillin' }],
    mobility: 'Rullestol',
    priority: {
      level: 'P2' as const,
      reasons: [{ kind: 'timeCriticalMedicine' as const, level: 'P2' as const }],
      confirmed: null,
    },
  })),
].map((fields, n) =>
  aPatient({
    id: PatientId.parse(`0b000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
    zone,
    services: everyService,
    ...fields,
  }),
)

async function withOddPatients(): Promise<ScreenBench> {
  const bench = await screenBench()
  const demo = bench.server.demo.find(
    ({ stream }) => stream.kind === 'zone' && stream.zone === zone && stream.class === 'critical',
  )
  const schema = demo?.documents[0]?.schema
  if (demo === undefined || schema === undefined) throw new Error('The demo has nobody in Nord 2.')
  await bench.server.write(
    streamIdOf(demo.stream),
    oddPatients.map((body) => ({ kind: 'put', docId: body.id, schema, body }) as const),
  )
  await bench.enrol()
  // To midnight, from which the times of the paper run.
  bench.passMinutes(7 * 60 + 52)
  return bench
}

/** What the vault's worker sends the printer. */
async function contentOf({ device }: ScreenBench): Promise<BinderContent> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve, reject) => {
    const layout: BinderLayout = {
      lay(content, now) {
        resolve(content)
        return Promise.resolve({ hash: '', versions: {}, asOf: now, pages: 1, patients: 0 })
      },
    }
    expose(layout, port1)
    const order = { zone: { id: zone, name: 'Nord 2' }, municipality: 'Demo kommune', now: monday }
    device
      .core()
      .layBinder(order, port2)
      .then((laid) => (laid.ok ? undefined : reject(new Error(laid.refusal.kind))), reject)
  })
}

async function paperOf(kind: PatientListKind, bench: ScreenBench): Promise<PatientList> {
  const { patients, services, deviceKinds } = await contentOf(bench)
  const content = aBinderContent({ patients, services, deviceKinds })
  const list = patientLists(content).find((one) => one.kind === kind)
  if (list === undefined) throw new Error(`There is no ${kind} on paper.`)
  return list
}

/** The text of each row as it is laid on the sheets: what stands between two hairlines. */
function laidRows(list: PatientList): string[] {
  const place = { subtitle: '', none: '', tab: 'A', set: typesetter(readFonts()) }
  const rows: string[] = []
  for (const { marks } of patientListSheets(list, place)) {
    let row = ''
    for (const mark of marks) {
      if (mark.kind === 'text') row += ` ${mark.text}`
      if (mark.kind !== 'line') continue
      if (mark.width === 0.5) rows.push(row)
      row = ''
    }
  }
  return rows
}

/** Every row of the list on the screen, as it is drawn, with whose card it leads to. */
async function drawnRows(kind: PatientListKind, bench: ScreenBench) {
  const screen = await bench.draw(paths.patientList.to({ kind }))
  const items = screen.getByRole('listitem')
  await expect.poll(() => items.elements().length).toBeGreaterThan(0)
  const more = screen.getByRole('button', { name: /^Vis \d+ til/ })
  while (more.query() !== null) {
    const before = items.elements().length
    await more.click()
    await expect.poll(() => items.elements().length).toBeGreaterThan(before)
  }
  return items
    .elements()
    .map((item) => ({
      id: item
        .querySelector('a[href^="/bruker/"]')
        ?.getAttribute('href')
        ?.slice('/bruker/'.length)
        .replace(/\?.*/, ''),
      text: item.textContent,
    }))
    .filter(({ id }) => id !== undefined)
}

const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\-–·.,:()]/g, '')

/** What of the phrases a row leaves out, and what it says beside them. */
function difference(text: string, phrases: readonly string[]) {
  let left = bare(text)
  const missing: string[] = []
  for (const phrase of phrases.map(bare).toSorted((a, b) => b.length - a.length)) {
    if (left.includes(phrase)) left = left.replace(phrase, '|')
    else missing.push(phrase)
  }
  return { missing, beside: left.replaceAll('|', '').replace(aside, '') }
}

/** What only says how far off the first time is, and that the others are more. */
const aside = /^(om(\d+t(\d\d)?|\d+min)|imorgen)?(også)?$/

test.each(PatientListKind.options)(
  'screen and paper say the same of the same row, the screen in brief: %s',
  async (kind) => {
    const bench = await withOddPatients()
    const paper = await paperOf(kind, bench)
    const laid = laidRows(paper)
    const drawn = await drawnRows(kind, bench)
    const isWhole = kind === 'priority'
    const onPaper = (fact: RowFact) =>
      isWhole && fact.kind === 'notAssessed' ? rowFactText(fact) : columnFactText(fact)

    expect(drawn.map(({ id }) => id)).toEqual(paper.rows.map(({ patient }) => patient.id))
    expect(laid.length).toBe(drawn.length)
    const differences = paper.rows.flatMap(({ patient, facts }, i) => {
      const name = lookupName(patient.name)
      const phone = phoneShown(patient)
      const screen = difference(drawn[i]?.text ?? '', [
        name,
        ...briefFacts(kind, facts).map(rowFactText),
      ])
      const print = difference(laid[i] ?? '', [
        name,
        phone === null ? '' : phoneText(phone),
        ...facts.map(onPaper),
      ])
      const nothing = { missing: [], beside: '' }
      return JSON.stringify([screen, print]) === JSON.stringify([nothing, nothing])
        ? []
        : [{ name, screen, print }]
    })

    expect(differences).toEqual([])
  },
)
