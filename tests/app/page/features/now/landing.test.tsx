import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aContact } from '../../../../support/a-shown-incident.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'
import { screenBench } from '../../../../support/screen-bench.tsx'

const nord1 = { id: ZoneId.parse('nord-1'), name: 'Nord 1' }

test('the on-call sees of each zone the age of its list, who needs power, and whom to ring there', async () => {
  const bench = await screenBench({ role: 'hdu', zones: ['nord-1', 'nord-2'] })
  await bench.enrol()
  const screen = await bench.draw('/')

  const rows = screen.getByRole('list', { name: 'Sonene du har' }).getByRole('listitem')
  await expect.element(rows.nth(0).getByText(/^Liste fra /)).toBeVisible()
  await expect
    .element(rows.nth(1).getByText(/67 brukere · \d+ P1 · \d+ med livsviktig strøm/))
    .toBeVisible()
  await expect
    .element(rows.nth(1).getByRole('link', { name: /^Nord 2/ }))
    .toHaveAttribute('href', '/lister?sone=nord-2')
  await expect.element(screen.getByText(/Du har det kritiske/)).toBeVisible()
  expect(screen.getByText('Min vakt').query()).toBeNull()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a zone whose contact has a number is one press away', async () => {
  const bench = pageBench({
    role: 'hdu',
    zones: [nord1],
    reader: {
      listContacts: () =>
        Promise.resolve(openReading([aContact('shift-lead', 'Ansvarsvakt', ['90000181'])])),
    },
  })
  const screen = await bench.draw('/')

  await expect
    .element(
      screen
        .getByRole('list', { name: 'Sonene du har' })
        .getByRole('link', { name: /^Ring ansvarsvakt/i }),
    )
    .toHaveAttribute('href', 'tel:+4790000181')
})

test('the administrator sees first what the server has reacted to', async () => {
  const bench = pageBench({
    role: 'administrator',
    zones: [],
    api: {
      listAlarms: () =>
        Promise.resolve(
          accepted({
            alarms: [
              {
                id: '1',
                kind: 'restoredStream',
                at: night,
                stream: null,
                deviceId: null,
                deviceLabel: null,
                employeeId: null,
                employeeName: null,
              },
            ],
          }),
        ),
    },
  })
  const screen = await bench.draw('/')

  const rows = screen.getByRole('list', { name: 'Det du har' }).getByRole('listitem')
  await expect.element(rows.first().getByText(/^1 varsel, siste /)).toBeVisible()
  await expect.element(rows.first().getByRole('link')).toHaveAttribute('href', '/varsler')
  await expect.element(screen.getByText(/Du har ingen brukeropplysninger/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('without network she is told when the alarms are shown', async () => {
  const bench = pageBench({ role: 'administrator', zones: [] })
  const screen = await bench.draw('/')

  await expect.element(screen.getByText('Vises når du er logget inn og har nett')).toBeVisible()
})
