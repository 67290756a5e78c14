import { expect, test } from 'vitest'
import type { Api, DeviceRequest } from '#app/online/api.ts'
import { DeviceRequestId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { monday, screenBench } from '../../../../support/screen-bench.tsx'

const phone: DeviceRequest = {
  id: DeviceRequestId.parse('0001e240-0000-4000-8000-000000000000'),
  label: 'Jobbtelefon Nord 2 – 04',
  employee: { name: 'Nina Berg', title: 'Sykepleier' },
  zones: ['Nord 1', 'Nord 2'],
  requestedAt: monday,
}

async function aLeader(api: Partial<Api>) {
  const bench = await screenBench({ role: 'sectionLeader', api })
  await bench.enrol()
  return bench.draw('/telefoner-som-venter')
}

const waits = accepted({ approvesDevices: true, requests: [phone] })
const none = accepted({ approvesDevices: true, requests: [] })

test('the leader sees what the phone shows, and approves it', async () => {
  const decisions: unknown[] = []
  const screen = await aLeader({
    listDeviceRequests: () => Promise.resolve(waits),
    decideDeviceRequest(message) {
      decisions.push(message)
      return Promise.resolve(none)
    },
  })
  await expect.element(screen.getByText('Nina Berg, Sykepleier')).toBeVisible()
  await expect.element(screen.getByText('Nord 1, Nord 2')).toBeVisible()
  await expect.element(screen.getByText('Spurt i dag 16:08')).toBeVisible()
  await expect.element(screen.getByText('Kontrolltall 123 456')).toBeVisible()
  expect(await axeFindings()).toEqual([])

  await screen.getByRole('button', { name: 'Godkjenn Jobbtelefon Nord 2 – 04' }).click()

  await expect.element(screen.getByText('Jobbtelefon Nord 2 – 04 er godkjent')).toBeVisible()
  await expect.element(screen.getByText('Ingen telefoner venter')).toBeVisible()
  expect(decisions).toEqual([{ requestId: phone.id, decision: 'approved' }])
})

test('a decision that came too late is said, and the list is read anew', async () => {
  let isGone = false
  const screen = await aLeader({
    listDeviceRequests: () => Promise.resolve(isGone ? none : waits),
    decideDeviceRequest() {
      isGone = true
      return Promise.resolve(refused({ kind: 'notFound', text: 'Dette finnes ikke.' } as const))
    },
  })

  await screen.getByRole('button', { name: 'Avvis Jobbtelefon Nord 2 – 04' }).click()

  await expect.element(screen.getByText('Dette finnes ikke.')).toBeVisible()
  await expect.element(screen.getByText('Ingen telefoner venter')).toBeVisible()
})

test('without network the list is not said to be empty', async () => {
  const screen = await aLeader({})

  await expect.element(screen.getByText('Listen er ikke hentet')).toBeVisible()
  await expect.element(screen.getByText('Ingen telefoner venter')).not.toBeInTheDocument()
})

test('where nobody need approve, it says so', async () => {
  const screen = await aLeader({
    listDeviceRequests: () => Promise.resolve(accepted({ approvesDevices: false, requests: [] })),
  })

  await expect.element(screen.getByText('Nye telefoner trenger ikke godkjenning')).toBeVisible()
})
