import type { ReadBodies } from '#domain/documents/open-documents.ts'
import {
  type MunicipalityKind,
  municipalityStreamOf,
  type ZoneKind,
  zoneStreamOf,
} from '#domain/documents/stream-of-kind.ts'
import type { World } from '#domain/base/world.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { agedStream, openedTogether, parsedStream, type StreamSource } from './parsed-stream.ts'
import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { joinReadings, type Reading } from '#app/bridge/reading.ts'

type ReadStream<Value> = (stream: StreamId) => Promise<Reading<Value[]>>

/** The opened lists of this device, as domain values. They exist in the vault's worker only. */
export function deviceLists(
  vault: Vault,
  { world, ...by }: Omit<StreamSource, 'readStream'> & { world: World },
) {
  const source = { ...by, readStream: vault.streams.read }
  const critical = openedTogether()
  const details = openedTogether()
  const hidden = openedTogether()
  const contacts = openedTogether()
  const read: { [Kind in keyof ReadBodies]: ReadStream<ReadBodies[Kind]> } = {
    patient: agedStream(source, 'patient', critical),
    formerPatient: parsedStream(source, 'formerPatient', critical),
    patientDetails: agedStream(source, 'patientDetails', details),
    protectedDetails: parsedStream(source, 'protectedDetails', hidden),
    workList: parsedStream(source, 'workList'),
    note: parsedStream(source, 'note'),
    heldNote: parsedStream(source, 'heldNote'),
    patientLink: parsedStream(source, 'patientLink', critical),
    amendment: parsedStream(source, 'amendment', critical),
    detailsAmendment: parsedStream(source, 'detailsAmendment', details),
    protectedAmendment: parsedStream(source, 'protectedAmendment', hidden),
    actionCard: parsedStream(source, 'actionCard'),
    symptomGuide: parsedStream(source, 'symptomGuide'),
    readyMessage: parsedStream(source, 'readyMessage'),
    contact: parsedStream(source, 'contact', contacts),
    zonePlan: parsedStream(source, 'zonePlan', contacts),
    zoneDirectory: parsedStream(source, 'zoneDirectory', contacts),
    questionnaire: parsedStream(source, 'questionnaire'),
    serviceDefinition: parsedStream(source, 'serviceDefinition'),
    deviceKind: parsedStream(source, 'deviceKind'),
    coordinationFact: parsedStream(source, 'coordinationFact'),
    personFact: parsedStream(source, 'personFact'),
    callShares: parsedStream(source, 'callShares'),
    zoneStaff: parsedStream(source, 'zoneStaff'),
    zoneSums: parsedStream(source, 'zoneSums'),
  }

  let municipality: MunicipalityId | null = null
  /** Null before the first enrolment; from then on always the same. */
  async function findMunicipality(): Promise<MunicipalityId | null> {
    municipality ??= (await vault.trust.find())?.municipality ?? null
    return municipality
  }

  async function inZones<Kind extends ZoneKind & keyof ReadBodies>(
    kind: Kind,
    choice: ZoneChoice,
  ): Promise<Reading<ReadBodies[Kind][]>> {
    const [municipality, unlocked] = await Promise.all([
      findMunicipality(),
      vault.access.findUnlocked(),
    ])
    if (unlocked === null || municipality === null) return { kind: 'locked' }
    const zones = unlocked.profile.zones.filter(({ id }) => choice === null || id === choice)
    return joinReadings(
      await Promise.all(
        zones.map(({ id }) => read[kind](zoneStreamOf(kind, { municipality, world, zone: id }))),
      ),
    )
  }

  async function municipal<Kind extends MunicipalityKind>(
    kind: Kind,
  ): Promise<Reading<ReadBodies[Kind][]>> {
    const municipality = await findMunicipality()
    if (municipality === null) return { kind: 'none' }
    return read[kind](municipalityStreamOf(kind, { municipality, world }))
  }

  return {
    listPatients: (zone: ZoneChoice) => inZones('patient', zone),
    listFormerPatients: (zone: ZoneChoice) => inZones('formerPatient', zone),
    listDetails: (zone: ZoneChoice) => inZones('patientDetails', zone),
    listWorkLists: (zone: ZoneChoice) => inZones('workList', zone),
    listNotes: (zone: ZoneChoice) => inZones('note', zone),
    listHeldNotes: (zone: ZoneChoice) => inZones('heldNote', zone),
    listPatientLinks: (zone: ZoneChoice) => inZones('patientLink', zone),
    listAmendments: (zone: ZoneChoice) => inZones('amendment', zone),
    listDetailsAmendments: (zone: ZoneChoice) => inZones('detailsAmendment', zone),
    listProtectedAmendments: (zone: ZoneChoice) => inZones('protectedAmendment', zone),
    listCards: () => municipal('actionCard'),
    listSymptomGuides: () => municipal('symptomGuide'),
    listReadyMessages: () => municipal('readyMessage'),
    listContacts: () => municipal('contact'),
    listZonePlans: () => municipal('zonePlan'),
    listZoneDirectories: () => municipal('zoneDirectory'),
    listForms: () => municipal('questionnaire'),
    listServices: () => municipal('serviceDefinition'),
    listDeviceKinds: () => municipal('deviceKind'),
    listCoordinationFacts: () => municipal('coordinationFact'),
    listPersonFacts: (zone: ZoneChoice) => inZones('personFact', zone),
    listCallShares: (zone: ZoneChoice) => inZones('callShares', zone),
    listZoneStaff: (zone: ZoneChoice) => inZones('zoneStaff', zone),
    listZoneSums: () => municipal('zoneSums'),
    listProtected: (zone: ZoneChoice) => inZones('protectedDetails', zone),
  }
}

export type DeviceLists = ReturnType<typeof deviceLists>
