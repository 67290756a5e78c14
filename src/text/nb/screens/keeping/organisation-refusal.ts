/** What lies in a zone that is to go out of use. */
type Held = { patients: number; notes: number; waiting: number }

/** A sentence for each reason that sections and zones are not changed so. */
export type OrganisationRefusalWords = {
  nameTaken: () => string
  unknownSection: () => string
  unknownZone: () => string
  zoneHolds: (held: Held) => string
}
