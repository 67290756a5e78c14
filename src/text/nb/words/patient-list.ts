import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'

type ListWords = {
  /** Last part of the address `/lister/…`; the action cards point at these. */
  path: string
  /** Used where the municipality has no code for the list. */
  title: string
  subtitle: string
}

export const patientListWords = {
  all: { path: 'samtlige', title: 'Samtlige', subtitle: 'Alle som har tjenester' },
  lifeEssentialPower: {
    path: 'bst',
    title: 'Strømavhengige',
    subtitle: 'Trenger strøm for liv og helse',
  },
  safetyAlarm: { path: 'try-hst', title: 'Alarmer', subtitle: 'Trygghetsalarm' },
  medicineDispenser: { path: 'vem', title: 'Dispensere', subtitle: 'Medisindispenser' },
  digitalSupervision: { path: 'vdt', title: 'Tilsyn', subtitle: 'Digitalt tilsyn' },
  localisation: { path: 'vlt', title: 'GPS', subtitle: 'Lokalisering' },
  access: { path: 'tilgang', title: 'Tilgang til bolig', subtitle: 'Nøkler og låser' },
  priority: { path: 'prioritet', title: 'Prioritet', subtitle: 'P1–P4' },
} satisfies Record<PatientListKind, ListWords>

/** The municipality's own codes for a list, as «TRY / HST»; the title where it has none. */
export function patientListTitle(
  kind: PatientListKind,
  services: readonly ServiceDefinition[],
): string {
  const codes = services.filter(({ meaning }) => meaning === kind).map(({ code }) => code)
  return codes.length === 0 ? patientListWords[kind].title : codes.join(' / ')
}
