import { expect, test } from 'vitest'
import type { Api } from '#app/online/api.ts'
import { accepted } from '#domain/base/result.ts'
import type { Role } from '#domain/base/role.ts'
import {
  aKeptAccount,
  anOrganisation,
  aSignInCode,
  savedAccount,
} from '../../../../support/an-organisation.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { monday, screenBench } from '../../../../support/screen-bench.tsx'

async function draw(path: string, api: Partial<Api>, role: Role = 'sectionLeader') {
  const bench = await screenBench({
    role,
    api: { readOrganisation: () => Promise.resolve(accepted(anOrganisation())), ...api },
  })
  await bench.enrol()
  return await bench.draw(path)
}

const listing = (...accounts: ReturnType<typeof aKeptAccount>[]): Partial<Api> => ({
  listAccounts: () => Promise.resolve(accepted({ accounts })),
})

test('everybody stands there with her access, and who cannot sign in is said', async () => {
  const waiting = aKeptAccount({
    name: 'Per Li',
    lastUsedAt: null,
    devices: 0,
    signIn: { kind: 'none' },
  })
  const screen = await draw('/ansatte', listing(aKeptAccount(), waiting))

  await expect.element(screen.getByText('Sist brukt 16:08 · 1 enhet')).toBeVisible()
  await expect.element(screen.getByText('Engangskoden er gått ut')).toBeVisible()
  expect(await axeFindings()).toEqual([])

  await screen.getByLabelText('Søk på navn eller brukernavn').fill('per')
  await expect.element(screen.getByText('Nina Bakken')).not.toBeInTheDocument()
})

test('a new account ends in its code, once', async () => {
  const asked: unknown[] = []
  const screen = await draw('/ansatte/ny', {
    makeAccount(message) {
      asked.push(message)
      return Promise.resolve(accepted(savedAccount(aSignInCode())))
    },
  })
  await expect.element(screen.getByRole('checkbox', { name: 'Nord 2' })).toBeInTheDocument()
  expect(await axeFindings()).toEqual([])

  await screen.getByRole('button', { name: 'Lag konto og engangskode' }).click()
  await expect.element(screen.getByText('Skriv navnet.')).toBeVisible()
  await screen.getByLabelText('Navn', { exact: true }).fill('Nina Bakken')
  await screen.getByRole('checkbox', { name: 'Nord 2' }).click()
  await screen.getByRole('button', { name: 'Lag konto og engangskode' }).click()

  await expect.element(screen.getByText('7Q2M-K0V9-XHAB')).toBeVisible()
  await expect.element(screen.getByText('Vises bare nå')).toBeVisible()
  expect(asked).toEqual([
    {
      name: 'Nina Bakken',
      title: '',
      username: null,
      hprNumber: null,
      role: 'nurse',
      zones: ['nord-2'],
    },
  ])
  expect(await axeFindings()).toEqual([])
})

test('a leader is offered the two roles that are hers to give', async () => {
  const screen = await draw('/ansatte/ny', {})

  await expect.element(screen.getByRole('radio', { name: 'Ansvarsvakt' })).toBeInTheDocument()
  await expect.element(screen.getByRole('radio', { name: 'Seksjonsleder' })).not.toBeInTheDocument()
  await expect.element(screen.getByRole('radio', { name: 'Administrator' })).not.toBeInTheDocument()
})

test('access ends after a question, and the screen then says since when', async () => {
  const closed: unknown[] = []
  let isClosed = false
  const account = aKeptAccount()
  const screen = await draw(`/ansatte/${account.id}`, {
    listAccounts: () =>
      Promise.resolve(
        accepted({
          accounts: [isClosed ? { ...account, closedAt: monday, mayChange: false } : account],
        }),
      ),
    closeAccount(message) {
      closed.push(message)
      isClosed = true
      return Promise.resolve(accepted(savedAccount(null)))
    },
  })
  expect(await axeFindings()).toEqual([])

  await screen.getByRole('button', { name: 'Avslutt tilgangen' }).click()
  expect(closed).toEqual([])
  await screen.getByRole('button', { name: 'Ja, avslutt' }).click()

  await expect.element(screen.getByText('Avsluttet 16:08')).toBeVisible()
  expect(closed).toEqual([{ account: account.id, reason: { kind: 'left' } }])
})

test('a refusal of the server is said in words', async () => {
  const account = aKeptAccount()
  const screen = await draw(`/ansatte/${account.id}`, {
    ...listing(account),
    issueSignInCode: () =>
      Promise.resolve(accepted({ kind: 'refused', refusal: { kind: 'notYours' } } as const)),
  })

  await screen.getByRole('button', { name: 'Gi ny engangskode' }).click()

  await expect.element(screen.getByText(/^Kontoen har soner utenfor din seksjon/)).toBeVisible()
})
