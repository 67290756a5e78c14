import { demoMunicipality } from '#content/demo-municipality.ts'
import type { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import { demoDocuments, demoRandomSeed, type DemoStream } from './demo-documents.ts'
import { demoEmployees, demoSections, demoZones } from './demo-employees.ts'

/** The synthetic municipality, as a server that is given it fills an empty database. */
export const demoSeed = {
  id: demoMunicipality,
  name: 'Demokommunen',
  hostName: null,
  sections: demoSections,
  zones: demoZones,
  accounts: demoEmployees,
  /** Its patients, work lists, cards and forms, as if their lists were made at that moment. */
  streamsAt: (asOf: Instant, world: World): DemoStream[] =>
    demoDocuments({
      municipality: demoMunicipality,
      world,
      seed: demoRandomSeed,
      asOf,
    }),
}
