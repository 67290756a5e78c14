import MiniSearch from 'minisearch'
import type { Patient } from '#domain/patient.ts'
import { foldForSearch } from '#domain/search-text.ts'

type Searched = { id: string; name: string; address: string; number: string }

const mostHits = 60

/** One index for the patients that lie open; a new list of patients makes a new one. */
export function patientSearch() {
  let indexed: { patients: readonly Patient[]; index: MiniSearch<Searched> } | null = null

  return (patients: readonly Patient[], text: string): Patient[] => {
    if (!isSame(indexed?.patients, patients)) {
      indexed = { patients, index: indexOf(patients) }
    }
    const hits = (indexed?.index.search(text) ?? []).slice(0, mostHits)
    const byId = new Map(hits.map(({ id }, place) => [String(id), place]))
    return patients
      .filter(({ id }) => byId.has(id))
      .toSorted((a, b) => (byId.get(a.id) ?? 0) - (byId.get(b.id) ?? 0))
  }
}

/** The same patients, though the array may have been put together anew. */
function isSame(before: readonly Patient[] | undefined, now: readonly Patient[]): boolean {
  return before?.length === now.length && before.every((patient, at) => patient === now[at])
}

function indexOf(patients: readonly Patient[]): MiniSearch<Searched> {
  const index = new MiniSearch<Searched>({
    fields: ['name', 'address', 'number'],
    processTerm: foldForSearch,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      // A slip of the finger in a name is forgiven; in a number it would be somebody else's.
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
      boost: { name: 3 },
    },
  })
  index.addAll(
    patients.map((patient) => ({
      id: patient.id,
      name: `${patient.name.family} ${patient.name.given}`,
      address: [patient.address?.street, patient.address?.detail, patient.address?.city]
        .filter(Boolean)
        .join(' '),
      number: [patient.ehrId, patient.phone?.replaceAll(/\D/g, '')].filter(Boolean).join(' '),
    })),
  )
  return index
}
