import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import type { World } from '#domain/base/world.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import type { MunicipalityClass, Stream } from '#domain/streams/stream.ts'
import { defaultActionCards } from './action-cards/default-action-cards.ts'
import { defaultContacts } from './contacts/default-contacts.ts'
import { deviceKinds } from './device-kinds.ts'
import { defaultForms } from './forms/default-forms.ts'
import { defaultReadyMessages } from './ready-messages.ts'
import { defaultServiceDefinitions } from './service-codes.ts'
import { defaultSymptomGuides } from './symptom-cards.ts'

/** Makes the streams that a new municipality has before its first import. */
export function defaultStreams({
  contacts = defaultContacts,
  zonePlans = [],
  ...place
}: {
  municipality: MunicipalityId
  world: World
  /** Those of a municipality whose numbers are known already. */
  contacts?: readonly MunicipalityContact[]
  /** What its zones have agreed on already. */
  zonePlans?: readonly ZonePlan[]
}): { stream: Stream; documents: NamedDocument[] }[] {
  const stream = (name: MunicipalityClass) =>
    ({ kind: 'municipality', ...place, class: name }) as const
  return [
    {
      stream: stream('cards'),
      documents: [
        ...defaultActionCards.map((card) => documentOf('actionCard', card)),
        ...defaultSymptomGuides.map((guide) => documentOf('symptomGuide', guide)),
        ...defaultReadyMessages.map((message) => documentOf('readyMessage', message)),
      ],
    },
    {
      stream: stream('contacts'),
      documents: [
        ...contacts.map((contact) => documentOf('contact', contact)),
        ...zonePlans.map((plan) => documentOf('zonePlan', plan)),
      ],
    },
    {
      stream: stream('forms'),
      documents: defaultForms.map((form) => documentOf('questionnaire', form)),
    },
    {
      stream: stream('systems'),
      documents: [
        ...defaultServiceDefinitions.map((service) => documentOf('serviceDefinition', service)),
        ...deviceKinds.map((kind) => documentOf('deviceKind', kind)),
      ],
    },
  ]
}
