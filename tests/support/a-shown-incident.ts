import { CardCode } from '#domain/cards/action-card.ts'
import type { ActionCard, CardStep } from '#domain/cards/action-card.ts'
import { DeviceId, EmployeeId, EntryId, IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { RowFact } from '#domain/lists/row-facts.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { Hlc } from '#domain/time/hlc.ts'
import { Instant, LocalDate, minutesBetween } from '#domain/time/instant.ts'
import type {
  CountdownReading,
  CountdownRow,
  IncidentBoard,
  IncidentsReading,
  RunningStep,
} from '#app/bridge/incident-queries.ts'
import { aDevice, aPatient, aPatientId } from './a-patient.ts'

/** 02:41 of the night of `page-bench`. */
export const lostAt = Instant.parse('2026-11-23T01:41:00.000Z')
export const nord2 = ZoneId.parse('nord-2')

export function anIncidentId(n: number): IncidentId {
  return IncidentId.parse(`1b000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

export function anEntryId(n: number): EntryId {
  return EntryId.parse(`2c000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
}

export const per = {
  employeeId: EmployeeId.parse('3d000000-0000-4000-8000-000000000001'),
  name: 'Per Hansen',
  title: 'Sykepleier',
  hprNumber: null,
}

export const tk01 = CardCode.parse('TK-01')
export const tk02 = CardCode.parse('TK-02')

/** Power is gone in Nord 2 since 02:41, reported by Per Hansen; nobody has confirmed it. */
export function anIncident(fields: Partial<Incident> = {}): Incident {
  return {
    id: anIncidentId(1),
    members: [fields.id ?? anIncidentId(1)],
    standing: 'reported',
    symptoms: ['power'],
    area: { zones: [nord2], streets: [] },
    startsAt: lostAt,
    announcedEnd: null,
    level: 1,
    cards: [{ code: tk01, version: 4 }],
    started: { by: per, at: lostAt, fact: anEntryId(1) },
    starts: [anEntryId(1)],
    confirmed: null,
    closed: null,
    closing: null,
    late: [],
    corrections: new Map(),
    ...fields,
  }
}

export function knownIncidents(
  incidents: readonly Incident[],
  fields: Partial<IncidentsReading> = {},
): IncidentsReading {
  return { incidents, maybeOne: [], lateNeeds: [], lastShared: null, ...fields }
}

/** A fact of Per Hansen's at 02:46. */
export function aFact(body: CoordinationFactBody, fields: Partial<CoordinationFact> = {}) {
  const at = Instant.parse('2026-11-23T01:46:00.000Z')
  return {
    entryId: anEntryId(7),
    incident: anIncidentId(1),
    deviceId: DeviceId.parse('4e000000-0000-4000-8000-000000000001'),
    n: 1,
    hlc: Hlc.parse('001795916760000-000000'),
    author: per,
    at,
    isTyped: false,
    replaces: [],
    writtenAt: at,
    receivedAt: null,
    clockAheadMinutes: 0,
    body,
    ...fields,
  } satisfies CoordinationFact
}

type RowFields = Partial<CountdownRow> & { n?: number; family?: string; given?: string }

/** A ventilator that is empty at 04:11, without a reserve. */
export function aCountdownRow({ n = 1, family, given, ...fields }: RowFields = {}): CountdownRow {
  const facts: RowFact[] = [
    { kind: 'device', title: 'Respirator' },
    { kind: 'battery', minutes: 90 },
    { kind: 'noReserve' },
  ]
  return {
    patient: aPatient({
      id: aPatientId(n),
      name: { family: family ?? 'Solbakken', given: given ?? 'Aud' },
      phone: '90000117',
    }),
    device: aDevice(),
    level: 'P1',
    slot: 'soon',
    measuredAt: null,
    someoneThere: null,
    emptyAt: Instant.parse('2026-11-23T03:11:00.000Z'),
    dueAt: Instant.parse('2026-11-23T03:11:00.000Z'),
    isRed: true,
    redAfter: fields.isRed === false ? null : Instant.parse('2026-11-23T01:11:00.000Z'),
    mayBeShorter: false,
    facts,
    contact: null,
    lastFinding: null,
    ...fields,
  }
}

export function aCountdown(fields: Partial<CountdownReading>): CountdownReading {
  const { known = [], unknown = [] } = fields
  return {
    known,
    unknown,
    withPower: [],
    elsewhere: [],
    ...fields,
    total: {
      known: known.length,
      unknown: unknown.length,
      people: known.length + unknown.length,
      red: known.filter(({ isRed }) => isRed).length,
      withPower: 0,
      elsewhere: 0,
      ...fields.total,
    },
  }
}

export function aBoard(fields: Partial<IncidentBoard> = {}): IncidentBoard {
  const known = [aCountdownRow()]
  return {
    incident: anIncident(),
    emptyFirst: aCountdown({ known }),
    contact: { people: 31, notReached: 9 },
    tasks: { left: 4, overdue: 1 },
    next: { patientId: aPatientId(1), fact: null },
    ...fields,
  }
}

export function aStep(fields: Partial<CardStep> = {}): CardStep {
  return {
    number: 3,
    roles: ['V'],
    lead: 'Ring P1 på BST-listen, så P2.',
    text: 'Får du ikke svar på 10 min: send nærmeste bil.',
    critical: true,
    opens: null,
    dueMinutes: 15,
    ...fields,
  }
}

/** Step 3 of TK-01, which was due at 02:56. */
export function aRunningStep(
  fields: Partial<Omit<RunningStep, 'step'>> & { step?: Partial<CardStep> } = {},
  now = Instant.parse('2026-11-23T02:12:00.000Z'),
): RunningStep {
  const { step, ...more } = fields
  const dueAt = more.dueAt === undefined ? Instant.parse('2026-11-23T01:56:00.000Z') : more.dueAt
  return {
    card: tk01,
    zone: nord2,
    dueAt,
    urgency: dueAt !== null && minutesBetween(now, dueAt) < 0 ? 'overdue' : 'upcoming',
    marked: null,
    ...more,
    step: aStep(step),
  }
}

export function aCard(fields: Partial<ActionCard> = {}): ActionCard {
  return {
    id: 'tk-01',
    code: tk01,
    title: 'Strøm (bortfall av strøm)',
    triggers: ['strømbrudd'],
    notWhen: [],
    useWith: [],
    decisions: [],
    phases: [],
    notify: [],
    figures: [],
    thresholds: [],
    prepared: [],
    traps: [],
    writtenOn: [],
    version: 4,
    validFrom: LocalDate.parse('2026-10-12'),
    nextReviewOn: LocalDate.parse('2027-10-12'),
    owner: 'HDU',
    approvedBy: 'Lege Nilsen',
    ...fields,
  }
}

export function aContact(
  id: string,
  role: string,
  numbers: readonly string[],
): MunicipalityContact {
  return MunicipalityContact.parse({
    id,
    group: 'own',
    role,
    name: null,
    numbers: numbers.map((number) => ({ number, note: null })),
    reserve: null,
    lastCheckedOn: null,
  })
}
