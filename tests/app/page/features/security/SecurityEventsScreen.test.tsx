import { expect, test } from 'vitest'
import type { SecurityEvent } from '#app/online/api.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { Instant } from '#domain/time/instant.ts'
import { SecurityEventKind } from '#domain/trust/security-event.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { pageBench } from '../../../../support/page-bench.tsx'

function anEvent(kind: SecurityEventKind, turn: number): SecurityEvent {
  return {
    turn,
    kind,
    at: Instant.parse('2026-11-23T01:30:00.000Z'),
    employeeName: 'Kari Lund',
    byName: 'Arne Lie',
    deviceLabel: 'Jobbtelefon Nord 2 – 04',
    address: '10.0.0.7',
    count: 1,
  }
}

test('each kind of event is said in plain words', async () => {
  const events = SecurityEventKind.options.map(anEvent)
  const bench = pageBench({
    role: 'administrator',
    api: { listSecurityEvents: () => Promise.resolve(accepted({ events, more: false })) },
  })
  const screen = await bench.draw('/mer')

  await screen.getByRole('link', { name: /Sikkerhetshendelser/ }).click()

  await expect.element(screen.getByText('Endret rolle')).toBeVisible()
  expect(screen.getByText('Kari Lund fra 10.0.0.7.').elements().length).toBeGreaterThan(0)
  expect(screen.getByText('I dag 02:30').elements()).toHaveLength(events.length)
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a group asks for its events alone, and older ones come below', async () => {
  const asked: unknown[] = []
  const bench = pageBench({
    role: 'administrator',
    api: {
      listSecurityEvents: (query) => {
        asked.push(query)
        const isFirst = query.before === null
        const event = anEvent(isFirst ? 'roleChanged' : 'accountCreated', isFirst ? 9 : 4)
        return Promise.resolve(accepted({ events: [event], more: isFirst }))
      },
    },
  })
  const screen = await bench.draw('/sikkerhetshendelser')

  await screen.getByRole('radio', { name: 'Kontoer og tilganger' }).click()
  await screen.getByRole('button', { name: 'Vis eldre' }).click()

  await expect.element(screen.getByText('Ny konto')).toBeVisible()
  await expect.element(screen.getByText('Endret rolle')).toBeVisible()
  expect(asked).toEqual([
    { group: null, before: null },
    { group: 'accounts', before: null },
    { group: 'accounts', before: 9 },
  ])
})

test('no event, no network and a refusal are three different things', async () => {
  const answers = [
    [accepted({ events: [], more: false }), 'Ingen hendelser'],
    [refused({ kind: 'unreachable' } as const), 'Får ikke hentet hendelsene'],
    [refused({ kind: 'signInNeeded', text: 'Du må logge inn.' } as const), 'Du må logge inn.'],
  ] as const
  for (const [answer, words] of answers) {
    const bench = pageBench({
      role: 'administrator',
      api: { listSecurityEvents: () => Promise.resolve(answer) },
    })
    const screen = await bench.draw('/sikkerhetshendelser')
    await expect.element(screen.getByText(words)).toBeVisible()
    await screen.unmount()
  }
})
