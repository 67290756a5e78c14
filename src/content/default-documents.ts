import type { MunicipalityId } from '#domain/base/ids.ts'
import type { MunicipalityClass, Stream } from '#domain/streams/stream.ts'
import { defaultActionCards } from './action-cards/default-action-cards.ts'
import { deviceKinds } from './device-kinds.ts'
import { defaultForms } from './forms/default-forms.ts'
import { defaultServiceDefinitions } from './service-codes.ts'

/** A document as it is first written into a stream. */
export type NamedDocument = { docId: string; schema: string; body: unknown }

/** What every municipality starts with in a stream that is the same for all its zones. */
function defaultDocuments(name: MunicipalityClass): NamedDocument[] {
  switch (name) {
    case 'cards':
      return defaultActionCards.map((card) => ({
        docId: card.id,
        schema: 'actionCard@1',
        body: card,
      }))
    case 'forms':
      return defaultForms.map((form) => ({
        docId: `${form.name}@${form.version}`,
        schema: 'questionnaire@1',
        body: form,
      }))
    case 'systems':
      return [
        ...defaultServiceDefinitions.map((service) => ({
          docId: `service-${service.code}`,
          schema: 'serviceDefinition@1',
          body: service,
        })),
        ...deviceKinds.map((kind) => ({
          docId: `device-kind-${kind.id}`,
          schema: 'deviceKind@1',
          body: kind,
        })),
      ]
    case 'routines':
    case 'contacts':
      return []
  }
}

const defaultClasses: readonly MunicipalityClass[] = ['cards', 'forms', 'systems']

/** The streams that a new municipality has before any list is taken in. */
export function defaultStreams(
  municipality: MunicipalityId,
): { stream: Stream; documents: NamedDocument[] }[] {
  return defaultClasses.map((name) => ({
    stream: { kind: 'municipality', municipality, world: 'real', class: name },
    documents: defaultDocuments(name),
  }))
}
