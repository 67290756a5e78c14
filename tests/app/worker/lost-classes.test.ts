import { expect, test } from 'vitest'
import type { Role } from '#domain/base/role.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { ZoneClass } from '#domain/streams/stream.ts'
import { anEnrolledCore, nord1 } from '../../support/an-enrolled-core.ts'
import { dumpDatabases, wordsFound } from '../../support/dump-databases.ts'

const classesOf = (role: Role) => ZoneClass.options.filter((name) => holdsClass(role, name))

/** A phone of a section leader that has all her classes, and how it is after contact in another role. */
async function afterBecoming(role: Role) {
  const classes = classesOf('sectionLeader')
  const bench = await anEnrolledCore({ classes })
  await bench.core.syncNow()
  const before = await held(bench)
  classes.splice(0, classes.length, ...classesOf(role))
  bench.state.signedIn = { ...bench.profile, role }
  await bench.core.syncNow()
  return { before, after: await held(bench) }
}

async function held({ core, phone }: Awaited<ReturnType<typeof anEnrolledCore>>) {
  const [patients, work] = await Promise.all([
    core.queries.overview(null),
    core.queries.fittingWorkLists({ weekday: 'wednesday', part: 'evening' }),
  ])
  const { details } = await core.queries.countHeld([nord1.id])
  const classes = ZoneClass.options.map((name) => `nord-1/${name}`)
  return {
    patients: patients.kind,
    workLists: work.kind,
    details: details.done > 0,
    inDatabases: wordsFound(await dumpDatabases(phone.indexedDB), classes),
  }
}

const whole = {
  patients: 'open',
  workLists: 'open',
  details: true,
  inDatabases: ['nord-1/critical', 'nord-1/details', 'nord-1/worklists', 'nord-1/protected'],
}

test('a device whose employee becomes digital health on-call keeps critical alone', async () => {
  const { before, after } = await afterBecoming('hdu')

  expect(before).toEqual(whole)
  expect(after).toEqual({
    patients: 'open',
    workLists: 'none',
    details: false,
    inDatabases: ['nord-1/critical'],
  })
})

test('a device whose employee becomes administrator keeps nothing of her zones', async () => {
  const { before, after } = await afterBecoming('administrator')

  expect(before).toEqual(whole)
  expect(after).toEqual({ patients: 'none', workLists: 'none', details: false, inDatabases: [] })
})
