import { expect, test } from 'vitest'
import { doAllTabsRun } from '#service-worker/running-tabs.ts'

const isOwn = (script: string) => script === 'first-b2.js'

function aTab(script: string | null) {
  return {
    postMessage: (_: unknown, ports: unknown) => {
      const [port] = Array.isArray(ports) ? ports : []
      if (script !== null && port instanceof MessagePort) port.postMessage(script)
    },
  }
}

test('tabs that all run this version are told apart from one that runs another', async () => {
  const alike = await doAllTabsRun([aTab('first-b2.js'), aTab('first-b2.js')], isOwn, 1_000)
  const mixed = await doAllTabsRun([aTab('first-b2.js'), aTab('first-a1.js')], isOwn, 1_000)

  expect([alike, mixed]).toEqual([true, false])
})

test('a tab that says nothing may run another version', async () => {
  expect(await doAllTabsRun([aTab('first-b2.js'), aTab(null)], isOwn, 20)).toBe(false)
})

test('without a tab nothing has been shown', async () => {
  expect(await doAllTabsRun([], isOwn, 20)).toBe(false)
})
