import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'

type ListWords = {
  /** Used when the municipality has no code for the list. */
  title: string
  subtitle: string
}

export const patientListWords = {
  all: { title: 'Samtlige', subtitle: 'Alle som har tjenester' },
  lifeEssentialPower: {
    title: 'Strømavhengige',
    subtitle: 'Trenger strøm for liv og helse',
  },
  safetyAlarm: { title: 'Alarmer', subtitle: 'Trygghetsalarm' },
  medicineDispenser: { title: 'Dispensere', subtitle: 'Medisindispenser' },
  digitalSupervision: { title: 'Tilsyn', subtitle: 'Digitalt tilsyn' },
  localisation: { title: 'GPS', subtitle: 'Lokalisering' },
  access: { title: 'Tilgang til bolig', subtitle: 'Nøkler og låser' },
  priority: { title: 'Prioritet', subtitle: 'P1–P4' },
} satisfies Record<PatientListKind, ListWords>

/** The same in as few letters as a chip has room for: «TRY/HST». */
export function patientListChip(
  kind: PatientListKind,
  services: readonly ServiceDefinition[],
): string {
  return patientListTitle(kind, services).replaceAll(' / ', '/')
}

/** Returns the municipality's own codes for a list, as «TRY / HST», or the title when it has none. */
export function patientListTitle(
  kind: PatientListKind,
  services: readonly ServiceDefinition[],
): string {
  const codes = services.filter(({ meaning }) => meaning === kind).map(({ code }) => code)
  return codes.length === 0 ? patientListWords[kind].title : codes.join(' / ')
}
