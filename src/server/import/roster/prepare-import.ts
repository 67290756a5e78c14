import { createHash } from 'node:crypto'
import type { ImportRunId } from '#domain/base/ids.ts'
import { accepted, type Result } from '#domain/base/result.ts'
import { deviceKindFinder } from '#domain/patient/device-kind.ts'
import { withProposedPriority } from '#domain/lists/priority-proposal.ts'
import { joinedId } from '#domain/new-patients/follow-joined.ts'
import type { JoinedPatients } from '#domain/new-patients/patient-link.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { TimesByZone } from '#domain/roster/list-times.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { localClock } from '#domain/time/instant.ts'
import { withTenantSnapshot } from '../../database/with-tenant.ts'
import type { ListReading } from '../people/list-reading.ts'
import { previewName, readGround } from './import-ground.ts'
import type { ImportRequest } from './import-request.ts'
import type { ImportSection } from './import-section.ts'
import type { ImportServices } from './import-services.ts'
import type { MunicipalityZone } from './municipality-zone.ts'
import {
  judgeAmendments,
  type JudgedAmendments,
  type Placements,
  placementsOf,
} from './judge-amendments.ts'
import { planImport, type ImportPlan } from './plan-import.ts'
import { type ImportTask, throwIfCancelled } from '../task/import-task.ts'
import { listZoneHolders, type ZoneHolder } from './zone-holders.ts'
import { type AmendmentRewrite, rewriteAmendments } from './rewrite-amendments.ts'

/** A file read and compared with the roster as it stands. */
export type PreparedImport = {
  list: ListReading
  plan: ImportPlan
  /** What the list makes of what staff signed since the one before it. */
  judged: JudgedAmendments
  rewrites: (run: ImportRunId) => AmendmentRewrite[]
  roster: RosterRecord[]
  times: TimesByZone
  zones: readonly MunicipalityZone[]
  fileHash: string
  preview: string
  /** Who will have each new zone of the plan, in its order. */
  holders: ZoneHolder[][]
}

/** The address of a temporary patient becomes protected with that of the one who she is; she herself stays in her zone. */
function placementsFor(plan: ImportPlan, joined: JoinedPatients): Placements {
  const { zoneOf, isHidden } = placementsOf(plan)
  return { zoneOf, isHidden: (id) => isHidden(joinedId(id, joined)) }
}

/** Reads a file and plans what it changes. The database is let go before, for a large file takes its time. */
export async function prepareImport(
  services: ImportServices,
  section: ImportSection,
  { bytes, mapping, placements }: Pick<ImportRequest, 'bytes' | 'mapping' | 'placements'>,
  task: ImportTask,
): Promise<Result<PreparedImport, ImportRefusal>> {
  const ground = await withTenantSnapshot(services.db, section.scope, (transaction) =>
    readGround(transaction, services, section, mapping),
  )
  if (!ground.ok) return ground
  const { basis, roster, times, amendments, joined } = ground.value
  const { zones } = basis
  const now = services.sources.now()
  throwIfCancelled(task)
  const context = {
    now,
    today: localClock(now).on,
    services: basis.systems.services,
    zones: zones.filter((zone) => zone.section === section.id),
    mapping: basis.mapping,
  }
  const list = await services.readList(bytes, context, task)
  if (!list.ok) return list
  const before = {
    section: section.id,
    roster,
    times,
    zones,
    placements,
    now,
    findDeviceKind: deviceKindFinder(basis.systems.kinds),
    propose: (record: RosterRecord) => withProposedPriority(record, basis.systems),
  }
  const plan = await planImport(list.value, before, task)
  const asOf = list.value.listedAt ?? now
  const judged = judgeAmendments(amendments, plan, { asOf, now, joined })
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  const preview = previewName(fileHash, section, basis, placements)
  return accepted({
    list: list.value,
    plan,
    judged,
    rewrites: rewriteAmendments(amendments, judged, placementsFor(plan, joined)),
    roster,
    times,
    zones,
    fileHash,
    preview,
    holders:
      plan.newZones.length === 0
        ? []
        : await withTenantSnapshot(services.db, section.scope, (transaction) =>
            listZoneHolders(transaction, section, plan),
          ),
  })
}
