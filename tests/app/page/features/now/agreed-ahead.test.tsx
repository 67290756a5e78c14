import { expect, test } from 'vitest'
import { ZonePlan } from '#domain/contacts/zone-plan.ts'
import { aBoard, anIncident } from '../../../../support/a-shown-incident.ts'
import { aZonePlanDraft } from '../../../../support/a-zone-plan.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

const plan = ZonePlan.parse({ ...aZonePlanDraft(), lastCheckedOn: '2026-11-01' })

function benchOf(line: 'online' | 'offline', inForce: ZonePlan[], isOut: boolean) {
  return incidentBench({
    role: 'nurse',
    incidents: isOut ? [anIncident({ symptoms: ['power'] })] : [],
    sync: { line },
    reader: { listZonePlans: () => Promise.resolve(openReading([plan])) },
    answers: {
      board: () => Promise.resolve(openReading(aBoard())),
      plansInForce: () => Promise.resolve(openReading(inForce)),
    },
  })
}

test('without contact for long enough the front page says by itself where to meet and when', async () => {
  for (const isOut of [false, true]) {
    const bench = benchOf('offline', [plan], isOut)
    const screen = await bench.draw('/')
    const agreed = screen.getByRole('region', { name: /^Avtalt på forhånd/ })
    await expect.element(agreed).toBeVisible()
    await expect.element(agreed).toMatchTextContent(/basen/)
    await expect.element(agreed).toMatchTextContent(/hver 2. time, neste 05:00/)
    await expect.element(agreed).toMatchTextContent(/Ansvarsvakt henter medisiner/)
    await screen.unmount()
  }
})

test('it is not shown on the line, nor before its time', async () => {
  for (const bench of [benchOf('online', [plan], false), benchOf('offline', [], false)]) {
    const screen = await bench.draw('/')
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
    await expect
      .element(screen.getByRole('region', { name: /^Avtalt på forhånd/ }))
      .not.toBeInTheDocument()
    await screen.unmount()
  }
})

test('in an outage the meeting place stands beside the nets', async () => {
  const screen = await benchOf('online', [], true).draw('/')

  await expect
    .element(screen.getByRole('region', { name: /^Mobilnett/ }))
    .toMatchTextContent(/Møteplass .*: basen, hver 2. time\s*neste 05:00/)
})
