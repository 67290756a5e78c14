import type { ZoneId } from '#domain/base/ids.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { Colleague } from '#app/bridge/device-queries.ts'
import { joinReadings, mapReading, type Reading } from '#app/bridge/reading.ts'
import type { DeviceLists } from './lists/device-lists.ts'

type Lists = Pick<DeviceLists, 'listNotes' | 'listPersonFacts' | 'listCallShares' | 'listZoneStaff'>

type Named = Pick<Colleague, 'employeeId' | 'name'>

/**
 * The colleagues of a zone: the list of its employees, as the server has sent it. Where the phone has none, whom what is on it
 * names; a person who has left the zone is then among them, and the server asks a leader about what is given to her.
 */
export async function zoneColleagues(lists: Lists, zone: ZoneId): Promise<Reading<Colleague[]>> {
  const staff = await lists.listZoneStaff(zone)
  const listed = staff.kind === 'open' ? staff.value.flatMap((one) => one.staff) : []
  if (listed.length > 0) {
    return mapReading(staff, () =>
      byName(listed.map(({ employeeId, name, title }) => ({ employeeId, name, title }))),
    )
  }
  const [notes, facts, shares] = await Promise.all([
    lists.listNotes(zone),
    lists.listPersonFacts(zone),
    lists.listCallShares(zone),
  ])
  const named = joinReadings([
    mapReading(notes, (all): Named[] => all.map(({ author }) => author)),
    mapReading(facts, (all): Named[] => all.map(({ author }) => author)),
    mapReading(shares, (all): Named[] =>
      all.flatMap((dealt) => dealt.shares.map(({ caller }) => caller)),
    ),
  ])
  return mapReading(named, (all) => {
    const byId = new Map(
      all.map(({ employeeId, name }) => [employeeId, { employeeId, name, title: null }]),
    )
    return byName([...byId.values()])
  })
}

function byName(colleagues: readonly Colleague[]): Colleague[] {
  const collator = norwegianCollator()
  return colleagues
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => collator.compare(a.name, b.name))
}
