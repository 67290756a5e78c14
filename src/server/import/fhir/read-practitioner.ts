import type { GeneralPractitioner } from '#domain/patient/patient.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { tidy } from '../texts/cell-values.ts'
import type { FhirEntry } from './fhir-entries.ts'
import { FhirPractitioner, type Reference, type Resource } from './fhir-resource.ts'
import { readHumanName } from './human-name.ts'
import type { ReferenceIndex } from './reference-index.ts'
import { telecomPhones } from './telecom-phones.ts'

type Found = { name: string; office: string; phones: string[]; uses: FhirEntry[] }

/** A patient's doctor, by the words beside the reference or by the resource that it means. */
export function readPractitioner(
  references: readonly Reference[] | undefined,
  within: Resource,
  index: ReferenceIndex,
  today: LocalDate,
): { doctor: GeneralPractitioner | null; uses: FhirEntry[] } {
  const found = (references ?? []).map((reference) => ({
    display: tidy(reference.display ?? ''),
    ...follow(reference, within, index, today, 0),
  }))
  const best =
    found.find(({ name }) => name !== '') ?? found.find(({ display }) => display !== '') ?? found[0]
  const uses = found.flatMap((one) => one.uses)
  const office = best?.office || null
  const name = best?.name || best?.display || ''
  if (best === undefined || (name === '' && office === null)) return { doctor: null, uses }
  return { doctor: { name, office, phone: best.phones[0] ?? null }, uses }
}

/** A role has its own phone, and leads to the person and to the office. */
function follow(
  reference: Reference,
  within: Resource,
  index: ReferenceIndex,
  today: LocalDate,
  depth: number,
): Found {
  const nobody: Found = { name: '', office: '', phones: [], uses: [] }
  const target = index.findResource(reference, within)
  const parsed = target === null ? null : FhirPractitioner.safeParse(target.resource)
  // A role that leads to a role leads nowhere.
  if (target === null || parsed?.success !== true || depth > 1) return nobody
  const { name: names, telecom, practitioner, organization } = parsed.data
  const { phones } = telecomPhones(telecom, today)
  const uses = target.entry === null ? [] : [target.entry]
  if (target.resource.resourceType === 'PractitionerRole') {
    const [person, office] = [practitioner, organization].map((one) =>
      one === undefined ? nobody : follow(one, target.resource, index, today, depth + 1),
    )
    return {
      name: person?.name || tidy(practitioner?.display ?? ''),
      office: office?.office || tidy(organization?.display ?? ''),
      phones: [...phones, ...(office?.phones ?? []), ...(person?.phones ?? [])],
      uses: [...uses, ...(person?.uses ?? []), ...(office?.uses ?? [])],
    }
  }
  if (typeof names === 'string') return { name: '', office: tidy(names), phones, uses }
  const { family, given } = readHumanName(names, today)
  return { name: tidy(`${given} ${family}`), office: '', phones, uses }
}
