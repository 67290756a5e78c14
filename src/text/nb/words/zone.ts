import type { ZoneName } from '#domain/roster/zone-name.ts'

const withoutZone = 'Uten sone'

export function zoneText(name: ZoneName): string {
  return name ?? withoutZone
}
