import { demoMunicipality } from '#content/demo-municipality.ts'
import type { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import { demoDocuments, demoRandomSeed, type DemoStream } from './demo-documents.ts'
import { demoEmployees, demoSections, demoZones } from './demo-employees.ts'

/** The synthetic municipality, for a server that may fill an empty database with it. */
export const demoSeed = {
  id: demoMunicipality,
  name: 'Demokommunen',
  hostName: null,
  sections: demoSections,
  zones: demoZones,
  accounts: demoEmployees,
  /** Makes patients, work lists, cards and forms, as if the lists were made at that moment. */
  streamsAt: (asOf: Instant, world: World): DemoStream[] =>
    demoDocuments({
      municipality: demoMunicipality,
      world,
      seed: demoRandomSeed,
      asOf,
    }),
}
