import type { Remote } from 'comlink'
import type { CountdownReading } from '#app/bridge/incident-queries.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ContactState } from '#domain/people/person-fact.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { benchZone, manyPatients } from '../people.ts'
import { type Extent, inTurns, percentile95, type Rounds, timed } from '../rounds.ts'
import { prepareDevice, startDevice } from './bench-device.ts'
import { benchClock, unlock } from './bench-employee.ts'
import type { OpenedDevice } from './device.worker.ts'
import { type PaintedRow, paintedRows } from './painted-rows.ts'

/** As many of each group as the screen shows at once. */
const rowsShown = 100
/** So many people are called in a round, one after the other. */
const callsPerRound = 20
/** Facts that colleagues have said before, one of each patient. */
const share = 0.2

/**
 * A power outage in a city: how long it takes until the countdown is on the page, and how long until a status that was
 * pressed is. `press` seals the fact and stores it durably too.
 */
export async function measureCountdown({
  patients,
  rounds,
}: Extent): Promise<Record<string, Rounds>> {
  await prepareDevice(patients, Math.round(patients * share))
  return inTurns(rounds, {
    ours: async () => {
      const { device, end } = startDevice()
      const opened = await device.open()
      await unlock(opened)
      await opened.queries.overview(benchZone)
      const incident = await start(opened)
      const screen = paintedRows()
      const first = await timed(() => show(opened, incident, screen))
      const again = await timed(() => show(opened, incident, screen))
      const called = first.value.slice(0, callsPerRound)
      const presses: number[] = []
      const repaints: number[] = []
      for (const { patient } of called) {
        const said = await timed(() => say(opened, incident, patient, 'noAnswer'))
        const repainted = await timed(() => show(opened, incident, screen))
        if (!repainted.value.some((row) => row.key.startsWith(patient.id) && row.state !== '')) {
          throw new Error('The status is not on the page.')
        }
        presses.push(said.milliseconds + repainted.milliseconds)
        repaints.push(repainted.milliseconds)
      }
      screen.remove()
      end()
      return {
        first: first.milliseconds,
        again: again.milliseconds,
        repaint: percentile95(repaints),
        press: percentile95(presses),
      }
    },
    'floor:sort': async () => {
      const screen = paintedRows()
      const all = plainRows(manyPatients(patients))
      const sorted = () => all.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
      const first = await timed(() => screen.paint(sorted().slice(0, 2 * rowsShown)))
      const repaints: number[] = []
      for (let call = 0; call < callsPerRound; call++) {
        const row = all[call]
        if (row !== undefined) all[call] = { ...row, state: 'noAnswer' }
        const repaint = await timed(() => screen.paint(sorted().slice(0, 2 * rowsShown)))
        repaints.push(repaint.milliseconds)
      }
      screen.remove()
      const repaint = percentile95(repaints)
      return { first: first.milliseconds, again: repaint, repaint, press: repaint }
    },
  })
}

async function start({ facts }: Remote<OpenedDevice>): Promise<IncidentId> {
  const started = await facts.start(
    {
      kind: 'started',
      symptoms: ['power'],
      area: { zones: [benchZone], streets: [] },
      startsAt: benchClock.now(),
      announcedEnd: null,
      level: 1,
      cards: [],
    },
    null,
  )
  if (!started.ok) throw new Error(`Not started: ${started.refusal.kind}`)
  return started.value
}

async function say(
  { facts }: Remote<OpenedDevice>,
  incident: IncidentId,
  { id: patientId }: Patient,
  state: ContactState,
): Promise<void> {
  const said = await facts.sayOfPerson({
    incident,
    zone: benchZone,
    body: { kind: 'contact', patientId, state, word: null },
    at: null,
  })
  if (!said.ok) throw new Error(`Not said: ${said.refusal.kind}`)
}

async function show(
  { incidents }: Remote<OpenedDevice>,
  incident: IncidentId,
  screen: ReturnType<typeof paintedRows>,
): Promise<PaintedRow[]> {
  const reading = await incidents.countdown(incident, benchZone, rowsShown)
  if (reading.kind !== 'open') throw new Error('The countdown did not open.')
  const rows = paintedOf(reading.value)
  await screen.paint(rows)
  return rows
}

function paintedOf({ known, unknown }: CountdownReading): PaintedRow[] {
  return [...known, ...unknown].map(({ patient, device, dueAt, contact, facts }) => ({
    key: `${patient.id} ${device?.id ?? ''}`,
    patient,
    dueAt,
    state: contact?.shown.body.state ?? '',
    facts,
  }))
}

/** The same people in the page's memory, with a deadline each and nothing known of any. */
function plainRows(patients: readonly Patient[]): PaintedRow[] {
  const lostAt = benchClock.now()
  return patients
    .filter(({ devices }) => devices.length > 0)
    .map((patient) => {
      const [device] = patient.devices
      return {
        key: patient.id,
        patient,
        dueAt: plusMinutes(lostAt, device?.batteryMinutes ?? 0),
        state: '',
        facts: [
          { kind: 'device', title: device?.listedAs ?? '' },
          { kind: 'battery', minutes: device?.batteryMinutes ?? 0 },
          { kind: 'reserve', text: device?.reserve ?? null, minutes: null },
          { kind: 'household', livesAlone: patient.livesAlone },
          { kind: 'noContact' },
        ],
      }
    })
}
