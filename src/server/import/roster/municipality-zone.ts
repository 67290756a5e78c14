import type { SectionId, ZoneId } from '#domain/base/ids.ts'

export type MunicipalityZone = { id: ZoneId; name: string; section: SectionId }
