import type * as z from 'zod/mini'
import { DetailsAmendment, OpenAmendment, ProtectedAmendment } from '../amendments/amendment.ts'
import { ActionCard } from '../cards/action-card.ts'
import { SymptomGuide } from '../cards/symptom.ts'
import { MunicipalityContact } from '../contacts/contact.ts'
import { ReadyMessage } from '../contacts/ready-message.ts'
import { ZoneDirectory, zoneDirectoryId } from '../contacts/zone-directory.ts'
import { ZonePlan } from '../contacts/zone-plan.ts'
import { HeldNote } from '../entries/held-note.ts'
import { Note } from '../entries/note.ts'
import { formReferenceOf } from '../forms/form-reference.ts'
import { Questionnaire } from '../forms/questionnaire.ts'
import { CoordinationFact } from '../incidents/coordination-fact.ts'
import { ListTime } from '../lists/list-time.ts'
import { WorkList } from '../lists/work-list.ts'
import { DeviceKind } from '../patient/device-kind.ts'
import { ProtectedDetails } from '../patient/protected-details.ts'
import { PatientLink } from '../new-patients/patient-link.ts'
import { ServiceDefinition } from '../patient/service.ts'
import { ZoneSums, zoneSumsId } from '../people/counting/zone-sums.ts'
import { CallShares, callSharesId, PersonFact } from '../people/person-fact.ts'
import { ZoneStaff, zoneStaffId } from '../people/visits/zone-staff.ts'
import { FormerPatient, formerPatientId } from '../roster/former-patient.ts'
import type { StreamClass } from '../streams/stream.ts'
import { StoredDetails, StoredPatient } from './aged-documents.ts'

/** What a stream can hold, by the name of its kind. */
export type DocumentBodies = {
  patient: StoredPatient
  formerPatient: FormerPatient
  listTime: ListTime
  patientDetails: StoredDetails
  detailsTime: ListTime
  protectedDetails: ProtectedDetails
  workList: WorkList
  note: Note
  heldNote: HeldNote
  patientLink: PatientLink
  amendment: OpenAmendment
  detailsAmendment: DetailsAmendment
  protectedAmendment: ProtectedAmendment
  actionCard: ActionCard
  symptomGuide: SymptomGuide
  readyMessage: ReadyMessage
  contact: MunicipalityContact
  zonePlan: ZonePlan
  zoneDirectory: ZoneDirectory
  questionnaire: Questionnaire
  serviceDefinition: ServiceDefinition
  deviceKind: DeviceKind
  coordinationFact: CoordinationFact
  personFact: PersonFact
  callShares: CallShares
  zoneStaff: ZoneStaff
  zoneSums: ZoneSums
}
export type DocumentKind = keyof DocumentBodies

/**
 * A part of the server that writes documents. import: lists from the patient record. projection: what
 * the phones have sent. seed: what a municipality has from the start, and the demo's people. leader: what a leader
 * keeps up by herself. directory: what the accounts and zones of the municipality are.
 */
export type DocumentWriter = 'import' | 'projection' | 'seed' | 'leader' | 'directory'

type KindRow<Body> = {
  /** Goes up when the schema changes so that an older build would misread the body. */
  version: number
  class: StreamClass
  schema: z.ZodMiniType<Body>
  /** The document's id in its stream. */
  docIdOf: (body: Body) => string
  writers: readonly DocumentWriter[]
}

/** Every kind of document that this build knows. Other kinds are neither written nor read; they are counted. */
export const documentKinds = {
  patient: {
    version: 1,
    class: 'critical',
    schema: StoredPatient,
    docIdOf: ({ id }) => id,
    writers: ['import', 'seed', 'projection', 'leader'],
  },
  formerPatient: {
    version: 1,
    class: 'critical',
    schema: FormerPatient,
    docIdOf: ({ patientId }) => formerPatientId(patientId),
    writers: ['import', 'projection'],
  },
  listTime: {
    version: 1,
    class: 'critical',
    schema: ListTime,
    docIdOf: ({ zone }) => `list-time-${zone}`,
    writers: ['import', 'seed'],
  },
  patientDetails: {
    version: 1,
    class: 'details',
    schema: StoredDetails,
    docIdOf: ({ patientId }) => patientId,
    writers: ['import', 'seed', 'projection'],
  },
  detailsTime: {
    version: 1,
    class: 'details',
    schema: ListTime,
    docIdOf: ({ zone }) => `details-time-${zone}`,
    writers: ['import', 'seed'],
  },
  protectedDetails: {
    version: 1,
    class: 'protected',
    schema: ProtectedDetails,
    docIdOf: ({ patientId }) => patientId,
    writers: ['import', 'seed', 'projection', 'leader'],
  },
  workList: {
    version: 1,
    class: 'worklists',
    schema: WorkList,
    docIdOf: ({ id }) => id,
    writers: ['seed'],
  },
  note: {
    version: 1,
    class: 'journal',
    schema: Note,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection'],
  },
  /** Under the id of its entry, so that the note replaces it. */
  heldNote: {
    version: 1,
    class: 'journal',
    schema: HeldNote,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection'],
  },
  /** Whether a temporary patient is one of the list: laid over both by whoever reads them. */
  patientLink: {
    version: 1,
    class: 'critical',
    schema: PatientLink,
    docIdOf: ({ temporaryId }) => `link-${temporaryId}`,
    writers: ['leader'],
  },
  /** What staff signed since the list was made stays until an import or a leader settles it, and moves with its patient. */
  amendment: {
    version: 1,
    class: 'critical',
    schema: OpenAmendment,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection', 'import', 'leader'],
  },
  detailsAmendment: {
    version: 1,
    class: 'details',
    schema: DetailsAmendment,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection', 'import', 'leader'],
  },
  protectedAmendment: {
    version: 1,
    class: 'protected',
    schema: ProtectedAmendment,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection', 'import'],
  },
  actionCard: {
    version: 1,
    class: 'cards',
    schema: ActionCard,
    docIdOf: ({ id }) => id,
    writers: ['seed'],
  },
  symptomGuide: {
    version: 1,
    class: 'cards',
    schema: SymptomGuide,
    docIdOf: ({ symptom }) => `symptom-${symptom}`,
    writers: ['seed'],
  },
  readyMessage: {
    version: 1,
    class: 'cards',
    schema: ReadyMessage,
    docIdOf: ({ id }) => `message-${id}`,
    writers: ['seed'],
  },
  contact: {
    version: 1,
    class: 'contacts',
    schema: MunicipalityContact,
    docIdOf: ({ id }) => id,
    writers: ['seed', 'leader'],
  },
  zonePlan: {
    version: 1,
    class: 'contacts',
    schema: ZonePlan,
    docIdOf: ({ zone }) => `zone-plan-${zone}`,
    writers: ['seed', 'leader'],
  },
  zoneDirectory: {
    version: 1,
    class: 'contacts',
    schema: ZoneDirectory,
    docIdOf: () => zoneDirectoryId,
    writers: ['directory'],
  },
  questionnaire: {
    version: 1,
    class: 'forms',
    schema: Questionnaire,
    docIdOf: formReferenceOf,
    writers: ['seed', 'leader'],
  },
  serviceDefinition: {
    version: 1,
    class: 'systems',
    schema: ServiceDefinition,
    docIdOf: ({ code }) => `service-${code}`,
    writers: ['seed'],
  },
  deviceKind: {
    version: 1,
    class: 'systems',
    schema: DeviceKind,
    docIdOf: ({ id }) => `device-kind-${id}`,
    writers: ['seed'],
  },
  coordinationFact: {
    version: 1,
    class: 'coordination',
    schema: CoordinationFact,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection'],
  },
  personFact: {
    version: 1,
    class: 'people',
    schema: PersonFact,
    docIdOf: ({ entryId }) => entryId,
    writers: ['projection'],
  },
  callShares: {
    version: 1,
    class: 'people',
    schema: CallShares,
    docIdOf: callSharesId,
    writers: ['projection'],
  },
  zoneStaff: {
    version: 1,
    class: 'people',
    schema: ZoneStaff,
    docIdOf: zoneStaffId,
    writers: ['directory'],
  },
  zoneSums: {
    version: 1,
    class: 'coordination',
    schema: ZoneSums,
    docIdOf: zoneSumsId,
    writers: ['projection'],
  },
} as const satisfies { [Kind in DocumentKind]: KindRow<DocumentBodies[Kind]> }

/** The kinds that are stored in streams of some classes. */
export type KindIn<Class extends StreamClass> = {
  [Kind in DocumentKind]: (typeof documentKinds)[Kind]['class'] extends Class ? Kind : never
}[DocumentKind]

const rows: { readonly [Kind in DocumentKind]: KindRow<DocumentBodies[Kind]> } = documentKinds

/** A row of the table, for functions that handle every kind. */
export function rowOf<Kind extends DocumentKind>(kind: Kind): KindRow<DocumentBodies[Kind]> {
  return rows[kind]
}

export const documentKindNames: readonly DocumentKind[] = Object.keys(documentKinds).filter(
  (name): name is DocumentKind => name in documentKinds,
)

/** Name and version as they are written in a document: `patient@1`. */
export function schemaName(kind: DocumentKind): string {
  return `${kind}@${rowOf(kind).version}`
}
