import { expect, test } from 'vitest'
import type { Api } from '#app/online/api.ts'
import type { Account } from '#domain/accounts/account.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import { Instant } from '#domain/time/instant.ts'
import { aKeptAccount, anOrganisation, savedAccount } from '../../../../support/an-organisation.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const period = {
  from: Instant.parse('2026-11-22T23:00:00.000Z'),
  to: Instant.parse('2026-12-14T23:00:00.000Z'),
}

/** The screen of the first account. What is asked of the server is noted, and then the second is how she stands. */
async function draw(path: (account: Account) => string, first: Account, second = first) {
  const asked: unknown[] = []
  let isSaved = false
  const save = (message: unknown) => {
    asked.push(message)
    isSaved = true
    return Promise.resolve(accepted(savedAccount(null)))
  }
  const api: Partial<Api> = {
    readOrganisation: () => Promise.resolve(accepted(anOrganisation())),
    listAccounts: () => Promise.resolve(accepted({ accounts: [isSaved ? second : first] })),
    saveStandIn: save,
    lendZone: save,
    makeAccount: save,
  }
  const bench = await screenBench({ role: 'sectionLeader', api })
  await bench.enrol()
  return { asked, screen: await bench.draw(path(first)) }
}

const own = ({ id }: Account) => `/ansatte/${id}`

test('the list says until when a stand-in has access, and that it has run out', async () => {
  const { screen } = await draw(() => '/ansatte', aKeptAccount({ standIn: period }))
  await expect
    .element(screen.getByText('Ansatt på rute · Sykepleier · vikar til 14.12.'))
    .toBeVisible()

  const to = Instant.parse('2026-11-20T23:00:00.000Z')
  const over = aKeptAccount({ standIn: { ...period, from: to, to }, closedAt: to })
  const later = await draw(() => '/ansatte', over)
  await expect.element(later.screen.getByText('Vikartiden gikk ut 20.11.')).toBeVisible()
})

test('a permanent account is made a stand-in’s by its last day', async () => {
  const { asked, screen } = await draw(own, aKeptAccount(), aKeptAccount({ standIn: period }))
  const part = screen.getByRole('region', { name: 'Vikar' })
  await part.getByRole('button', { name: 'Gjør til vikar' }).click()
  await expect.element(part.getByText('Skriv siste dag, for eksempel 14.12.2026.')).toBeVisible()
  expect(asked).toEqual([])

  await part.getByLabelText('Siste dag').fill('14.12.')
  await part.getByRole('button', { name: 'Gjør til vikar' }).click()

  await expect.element(part.getByText('Vikar til 14.12.', { exact: true })).toBeVisible()
  expect(asked).toEqual([
    {
      account: aKeptAccount().id,
      change: { kind: 'days', from: '2026-11-23', to: '2026-12-14' },
    },
  ])
  expect(await axeFindings()).toEqual([])
})

test('a stand-in’s time ends after a question, and more days are given from there', async () => {
  const to = Instant.parse('2026-11-23T15:00:00.000Z')
  const over = aKeptAccount({
    standIn: { ...period, to },
    closedAt: to,
    mayChange: false,
    mayExtend: true,
  })
  const { asked, screen } = await draw(own, aKeptAccount({ standIn: period }), over)
  await screen.getByRole('button', { name: 'Avslutt vikartiden nå' }).click()
  expect(asked).toEqual([])
  await screen.getByRole('button', { name: 'Ja, avslutt nå' }).click()

  await expect.element(screen.getByRole('button', { name: 'Gi ny vikartid' })).toBeVisible()
  expect(asked).toEqual([{ account: over.id, change: { kind: 'ended' } }])
  expect(await axeFindings()).toEqual([])
})

test('a zone is lent for days to somebody who has another for good, and taken back', async () => {
  const nord2 = ZoneId.parse('nord-2')
  const elsewhere = aKeptAccount({ zones: [ZoneId.parse('sor-1')], mayChange: false })
  const lent = { ...elsewhere, lentZones: [{ zone: nord2, ...period }] }
  const { asked, screen } = await draw(own, elsewhere, lent)
  const part = screen.getByRole('region', { name: 'Soner for en tid' })
  await part.getByRole('button', { name: 'Gi sonen for en tid' }).click()
  await expect.element(part.getByText('Velg en sone.')).toBeVisible()
  await part.getByRole('radio', { name: 'Nord 2' }).click()
  await part.getByLabelText('Siste dag').fill('14.12.2026')
  await part.getByRole('button', { name: 'Gi sonen for en tid' }).click()

  await expect.element(part.getByText('Nord 2 til 14.12.')).toBeVisible()
  await part.getByRole('button', { name: 'Ta tilbake Nord 2' }).click()
  expect(asked).toEqual([
    {
      account: elsewhere.id,
      zone: nord2,
      change: { kind: 'days', from: '2026-11-23', to: '2026-12-14' },
    },
    { account: elsewhere.id, zone: nord2, change: { kind: 'ended' } },
  ])
  expect(await axeFindings()).toEqual([])
})

test('a new stand-in has her days from the start, and a date that is none is said', async () => {
  const { asked, screen } = await draw(() => '/ansatte/ny', aKeptAccount())
  await screen.getByLabelText('Navn', { exact: true }).fill('Nina Bakken')
  await screen.getByRole('checkbox', { name: 'Nord 2' }).click()
  await screen.getByLabelText('Siste dag').fill('31.11.2026')
  await screen.getByRole('button', { name: 'Lag konto og engangskode' }).click()
  await expect.element(screen.getByText(/^Forstår ikke datoen/)).toBeVisible()

  await screen.getByLabelText('Siste dag').fill('14.12.2026')
  await screen.getByRole('button', { name: 'Lag konto og engangskode' }).click()
  await expect
    .poll(() => asked)
    .toMatchObject([{ name: 'Nina Bakken', standIn: { from: '2026-11-23', to: '2026-12-14' } }])
})
