import type { SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'

export type MunicipalityZone = { id: ZoneId; name: ZoneName; section: SectionId }
