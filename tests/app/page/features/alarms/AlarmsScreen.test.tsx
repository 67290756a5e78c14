import { expect, test } from 'vitest'
import type { Alarm } from '#app/online/api.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { Instant } from '#domain/time/instant.ts'
import { AlarmKind } from '#domain/trust/alarm.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { pageBench } from '../../../../support/page-bench.tsx'

function anAlarm(kind: AlarmKind): Alarm {
  return {
    id: kind,
    kind,
    at: Instant.parse('2026-11-23T01:30:00.000Z'),
    stream: StreamId.parse('demo/real/nord-2/critical'),
    deviceId: null,
    deviceLabel: 'Jobbtelefon Nord 2 – 04',
    employeeId: null,
    employeeName: 'Kari Lund',
  }
}

test('each kind of alarm says in plain words what happened and what to do', async () => {
  const alarms = AlarmKind.options.map(anAlarm)
  const bench = pageBench({
    role: 'administrator',
    api: { listAlarms: () => Promise.resolve(accepted({ alarms })) },
  })
  const screen = await bench.draw('/mer')

  await screen.getByRole('link', { name: /Varsler/ }).click()

  await expect.element(screen.getByText('Serveren er eldre enn en telefon')).toBeVisible()
  await expect
    .element(screen.getByText(/Kari Lund åpnet listene for Nord 2 på «Jobbtelefon Nord 2 – 04»/))
    .toBeVisible()
  expect(screen.getByText('Gjør dette:').elements()).toHaveLength(alarms.length)
  expect(screen.getByText('I dag 02:30').elements()).toHaveLength(alarms.length)
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('an alarm of which little is known still says what it is', async () => {
  const unknown = {
    ...anAlarm('unverifiedOpened'),
    stream: null,
    deviceLabel: null,
    employeeName: null,
  }
  const bench = pageBench({
    role: 'administrator',
    api: { listAlarms: () => Promise.resolve(accepted({ alarms: [unknown] })) },
  })

  const screen = await bench.draw('/varsler')

  await expect.element(screen.getByText(/Noen åpnet noe på en telefon/)).toBeVisible()
})

test('no alarm, no network and a refusal are three different things', async () => {
  const answers = [
    [accepted({ alarms: [] }), 'Ingen varsler'],
    [refused({ kind: 'unreachable' } as const), 'Får ikke hentet varslene'],
    [refused({ kind: 'signInNeeded', text: 'Du må logge inn.' } as const), 'Du må logge inn.'],
  ] as const
  for (const [answer, words] of answers) {
    const bench = pageBench({
      role: 'administrator',
      api: { listAlarms: () => Promise.resolve(answer) },
    })
    const screen = await bench.draw('/varsler')
    await expect.element(screen.getByText(words)).toBeVisible()
    await screen.unmount()
  }
})

test('a retry asks again', async () => {
  let tries = 0
  const bench = pageBench({
    role: 'administrator',
    api: {
      listAlarms() {
        tries += 1
        return Promise.resolve(
          tries === 1 ? refused({ kind: 'unreachable' } as const) : accepted({ alarms: [] }),
        )
      },
    },
  })
  const screen = await bench.draw('/varsler')

  await screen.getByRole('button', { name: 'Prøv igjen' }).click()

  await expect.element(screen.getByText('Ingen varsler')).toBeVisible()
})

test('only an administrator is led to the alarms', async () => {
  const screen = await pageBench({ role: 'sectionLeader' }).draw('/mer')

  await expect.element(screen.getByText('For leder')).toBeVisible()
  expect(screen.getByText('Varsler').query()).toBeNull()
})
