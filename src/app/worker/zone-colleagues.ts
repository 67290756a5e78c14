import type { ZoneId } from '#domain/base/ids.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { Colleague } from '#app/bridge/device-queries.ts'
import { joinReadings, mapReading, type Reading } from '#app/bridge/reading.ts'
import type { DeviceLists } from './lists/device-lists.ts'

type Lists = Pick<DeviceLists, 'listNotes' | 'listPersonFacts' | 'listCallShares'>

/** The colleagues of a zone whom what is on this phone names. A phone knows no list of employees. */
export async function zoneColleagues(lists: Lists, zone: ZoneId): Promise<Reading<Colleague[]>> {
  const [notes, facts, shares] = await Promise.all([
    lists.listNotes(zone),
    lists.listPersonFacts(zone),
    lists.listCallShares(zone),
  ])
  const named = joinReadings([
    mapReading(notes, (all): Colleague[] => all.map(({ author }) => author)),
    mapReading(facts, (all): Colleague[] => all.map(({ author }) => author)),
    mapReading(shares, (all): Colleague[] =>
      all.flatMap((dealt) => dealt.shares.map(({ caller }) => caller)),
    ),
  ])
  return mapReading(named, (all) => {
    const byId = new Map(all.map(({ employeeId, name }) => [employeeId, { employeeId, name }]))
    const collator = norwegianCollator()
    return [...byId.values()]
      .filter(({ name }) => name !== '')
      .toSorted((a, b) => collator.compare(a.name, b.name))
  })
}
