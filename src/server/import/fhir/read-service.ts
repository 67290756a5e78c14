import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { ReadServices, ServiceTokens } from '#domain/roster/service-tokens.ts'
import type { FhirEntry } from './fhir-entries.ts'
import type { RowContext } from '../cells/row-context.ts'
import {
  conceptText,
  FhirService,
  type Concept,
  type Reference,
  type Resource,
} from './fhir-resource.ts'
import type { ReferenceIndex } from './reference-index.ts'
import { stateOf, stateWarnings } from './resource-state.ts'

/** The services that a resource names, itself or through the HealthcareService that it refers to. */
export function readFhirService(
  service: FhirService,
  resource: Resource,
  index: ReferenceIndex,
  { readServices, today }: RowContext,
): { facts: Partial<ListedFacts>; uses: FhirEntry[]; warnings: ImportWarning[] } {
  const uses: FhirEntry[] = []
  const activities = service.activity ?? []
  const concepts = [
    ...(service.code === undefined ? [] : [service.code]),
    ...(service.type ?? []),
    ...activities.flatMap(({ detail }) =>
      detail?.code === undefined || stateOf(detail, today) !== 'current' ? [] : [detail.code],
    ),
  ]
  const references: Reference[] = [
    ...(service.performer ?? []),
    ...activities.flatMap(({ reference }) => reference ?? []),
  ]
  for (const reference of references) {
    const found = index.findResource(reference, resource)
    if (found?.resource.resourceType !== 'HealthcareService') continue
    if (found.entry !== null) uses.push(found.entry)
    const named = FhirService.safeParse(found.resource)
    if (named.success && concepts.length === 0) {
      const { name } = named.data
      concepts.push(...(named.data.type ?? []), ...(name === undefined ? [] : [{ text: name }]))
    }
  }
  if (concepts.length === 0) concepts.push(...(service.category ?? []))
  if (concepts.length === 0 && service.title !== undefined) concepts.push({ text: service.title })
  const { resourceType } = resource
  const state = stateOf(service, today, resourceType === 'CarePlan' ? 'carePlan' : 'other')
  const ofState = stateWarnings(state, resourceType, conceptText(concepts[0]))
  if (state === 'ended' || state === 'notYet') return { facts: {}, uses, warnings: ofState }
  const read = concepts.map((concept) => serviceOf(concept, readServices))
  return {
    facts: { services: [...new Set(read.flatMap(({ codes }) => codes))] },
    uses,
    warnings: [
      ...ofState,
      ...read
        .flatMap(({ unknown }) => unknown)
        .map((code) => ({ kind: 'unknownService' as const, code })),
      ...read.flatMap(({ notCurrent }) =>
        notCurrent.flatMap((part) => stateWarnings('notYet', resourceType, part)),
      ),
    ],
  }
}

/** The first of code, display and text that the table knows, else the words, else the code. */
function serviceOf(concept: Concept, readServices: ReadServices): ServiceTokens {
  const codings = concept.coding ?? []
  const names = [
    ...codings.map(({ code }) => code),
    ...codings.map(({ display }) => display),
    concept.text,
  ].filter((name) => name !== undefined)
  const reads = names.map((name) => readServices(name))
  const known = reads.find(({ codes, unknown }) => codes.length > 0 && unknown.length === 0)
  if (known !== undefined) return known
  const words =
    concept.text ?? codings.find(({ display }) => display !== undefined)?.display ?? names[0]
  return readServices((words ?? '').replaceAll(/[,;/|]/g, ' '))
}
