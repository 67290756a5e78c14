import { doseKeyText, visitKeyText } from './keys.ts'
import type { People } from './people.ts'
import type { PersonFact } from './person-fact.ts'

/** A patient's contact or power, a visit, a dose, or all places: facts of different cells have nothing to do with each other. */
export type PeopleCell = {
  name: string
  /** Takes over what a fold of the cell's facts says. */
  put: (next: ChangingPeople, folded: People) => void
}

/** Null for what `People` does not hold. */
export function cellOf({ body }: PersonFact): PeopleCell | null {
  switch (body.kind) {
    case 'contact': {
      const { patientId: key } = body
      return {
        name: `contact ${key}`,
        put: ({ contacts }, folded) => contacts.put(key, folded.contacts.get(key)),
      }
    }
    case 'power': {
      const { patientId: key } = body.finding
      return {
        name: `power ${key}`,
        put: ({ power }, folded) => power.put(key, folded.power.get(key)),
      }
    }
    case 'placePower':
      return {
        name: 'places',
        put: (next, { places }) => {
          next.places = places
        },
      }
    case 'visitGiven':
    case 'visitTaken':
    case 'visitEnded': {
      const key = visitKeyText(body.visit)
      return {
        name: `visit ${key}`,
        put: ({ visits }, folded) => visits.put(key, folded.visits.get(key)),
      }
    }
    case 'dose':
    case 'doseHandled': {
      const key = doseKeyText(body.dose)
      return {
        name: `dose ${key}`,
        put: ({ doses }, folded) => doses.put(key, folded.doses.get(key)),
      }
    }
    case 'calling':
    case 'undone':
      return null
  }
}

export type ChangingPeople = ReturnType<typeof changingPeople>

/** People to be changed cell by cell; whoever has the old ones keeps them as they were. */
export function changingPeople({ contacts, power, places, visits, doses }: People) {
  return {
    contacts: changingMap(contacts),
    power: changingMap(power),
    places,
    visits: changingMap(visits),
    doses: changingMap(doses),
  }
}

export function changedPeople({ contacts, power, places, visits, doses }: ChangingPeople): People {
  return {
    contacts: contacts.result(),
    power: power.result(),
    places,
    visits: visits.result(),
    doses: doses.result(),
  }
}

function changingMap<Key, Value>(map: ReadonlyMap<Key, Value>) {
  let copy: Map<Key, Value> | null = null
  return {
    put(key: Key, value: Value | undefined) {
      copy ??= new Map(map)
      if (value === undefined) copy.delete(key)
      else copy.set(key, value)
    },
    result: (): ReadonlyMap<Key, Value> => copy ?? map,
  }
}
