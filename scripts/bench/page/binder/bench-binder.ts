import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import type { Binder } from '#domain/binder/binder.ts'
import { Instant, LocalTime } from '#domain/time/instant.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { WorkList } from '#domain/lists/work-list.ts'
import { benchServices, benchZone, manyDetails, manyPatients } from '../people.ts'

/** A whole binder of so many patients, as both contenders print it. */
export function benchBinder(count: number): Binder {
  const patients = manyPatients(count)
  return {
    content: {
      world: 'real',
      municipality: 'Eksempel kommune',
      zone: { id: benchZone, title: 'Nord 1' },
      patients,
      formerPatients: [],
      details: manyDetails(count),
      workLists: [workList(patients.slice(0, 40))],
      services: benchServices,
      deviceKinds,
      cards: defaultActionCards,
      contacts: defaultContacts,
      zonePlan: null,
      forms: defaultForms,
      amendments: [],
      newer: 0,
    },
    copy: {
      copy: 14,
      printedBy: 'Anne Dahl',
      printedAt: Instant.parse('2026-11-23T11:00:00.000Z'),
      hash: '7f3a92c1'.repeat(8),
      replaces: null,
    },
  }
}

function workList(patients: readonly Patient[]): WorkList {
  return {
    id: 'nord-1-monday-day',
    zone: benchZone,
    weekday: 'monday',
    part: 'day',
    visits: patients.map(({ id }, place) => ({
      id: `visit-${place}`,
      startsAt: LocalTime.parse(
        `${String(8 + Math.floor(place / 6)).padStart(2, '0')}:${place % 6}0`,
      ),
      minutes: 30,
      patientId: id,
      tasks: ['Morgenstell', 'Medisin'],
      medicationAt: LocalTime.parse('08:30'),
      staff: 1,
      postponableUntil: null,
      route: '3',
      remark: null,
    })),
    asOf: Instant.parse('2026-11-23T05:12:00.000Z'),
  }
}
