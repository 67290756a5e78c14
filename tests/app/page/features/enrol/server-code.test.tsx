import { expect, test } from 'vitest'
import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import { KeyId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import type { EnrolmentChallenge, EnrolmentInput } from '#domain/vault/enrolment.ts'
import { SignedKeySet } from '#domain/trust/key-set.ts'
import type { Session } from '#app/online/api.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { night, pageBench } from '../../../../support/page-bench.tsx'

const root = KeyId.parse('SBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I')
const serverCode = '909MJ-K8KFR-B33EX-307AT'
const point = base64UrlFromBytes(new Uint8Array(32))
const publicKey = PublicKey.parse({ kty: 'EC', crv: 'P-256', x: point, y: point })
const named = { keyId: root, publicKey }

function challengeOf({ municipality }: Session): EnrolmentChallenge {
  return {
    municipality: municipality.id,
    nonce: 'n'.repeat(43),
    keySet: SignedKeySet.parse({
      keySet: {
        kind: 'keySet',
        v: 1,
        municipality: '*',
        world: '*',
        kid: root,
        version: 1,
        issuedAt: night,
        signing: [named],
        credentials: [named],
        sealing: { real: [named], exercise: [named] },
        revoked: [],
      },
      rootKey: publicKey,
      signature: point,
    }),
  }
}

/** A phone whose vault writes down what it is asked to enrol with, and refuses. */
function enrolBench(
  kind: 'unknownServer' | 'otherServer' | 'wrongCode' = 'unknownServer',
  isUnlocked = false,
) {
  const inputs: EnrolmentInput[] = []
  const bench = pageBench({
    isUnlocked,
    status: { device: null, employees: [], server: null },
    ...(isUnlocked ? { status: {}, sync: { server: 'unvouched' as const } } : {}),
    vault: {
      prepareEnrolment(input) {
        inputs.push(input)
        return Promise.resolve(refused({ kind }))
      },
    },
    api: { startEnrolment: () => Promise.resolve(accepted(challengeOf(bench.session))) },
  })
  return { bench, inputs }
}

type Screen = Awaited<ReturnType<ReturnType<typeof pageBench>['draw']>>

async function makeCode(screen: Screen) {
  await screen.getByLabelText('Hva heter telefonen? Se lappen bak.').fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill('280461')
  await screen.getByLabelText('Koden en gang til').fill('280461')
  await screen.getByRole('button', { name: 'Lag koden' }).click()
}

const field = (screen: Screen) => screen.getByLabelText(/^Kode for serveren/)

test('the root that the link brought is what the vault is told to expect', async () => {
  const { bench, inputs } = enrolBench()
  const screen = await bench.draw(`/klargjor#rot=${root}`)
  await expect.element(screen.getByText(serverCode)).toBeVisible()

  await makeCode(screen)

  await expect.element(screen.getByText(/ikke kommunens server/)).toBeVisible()
  expect(inputs.map(({ expectedRoot }) => expectedRoot)).toEqual([root])
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the root stays in the address while the employee signs in', async () => {
  const bench = pageBench({
    isUnlocked: false,
    status: { device: null, employees: [] },
    api: { readSession: () => Promise.resolve(refused({ kind: 'unreachable' } as const)) },
  })

  const screen = await bench.draw(`/klargjor#rot=${root}`)

  await expect.element(screen.getByRole('heading', { name: 'Logg inn' })).toBeVisible()
  expect(screen.router.state.location.hash).toBe(`#rot=${root}`)
})

test('a typed code that fits makes the vault hold the server to its whole root', async () => {
  const { bench, inputs } = enrolBench()
  const screen = await bench.draw('/klargjor')
  await field(screen).fill(' 909mj k8kfr b33ex 3o7at')

  await makeCode(screen)

  await expect.element(screen.getByText(/ikke kommunens server/)).toBeVisible()
  expect(inputs.map(({ expectedRoot }) => expectedRoot)).toEqual([root])
})

test('a typed code of another server ends the enrolment before any key is made', async () => {
  const { bench, inputs } = enrolBench()
  const screen = await bench.draw('/klargjor')
  await field(screen).fill('909MJ-K8KFR-B33EX-307AV')

  await makeCode(screen)

  await expect.element(screen.getByText(/ikke kommunens server/)).toBeVisible()
  expect(inputs).toEqual([])
})

test('a code that is too short is told below its field, and nothing is sent', async () => {
  const { bench, inputs } = enrolBench()
  const screen = await bench.draw('/klargjor')
  await field(screen).fill('909MJ')

  await makeCode(screen)

  await expect.element(field(screen)).toHaveAccessibleDescription(/tjue tegn, i fire grupper/)
  expect(inputs).toEqual([])
})

test('a damaged link is never taken for one without a root', async () => {
  const { bench, inputs } = enrolBench()
  const screen = await bench.draw('/klargjor#rot=SBNJTRN')
  await expect.element(screen.getByText('Lenken er ikke hel')).toBeVisible()

  await makeCode(screen)
  await expect.element(field(screen)).toHaveAccessibleDescription(/tjue tegn, i fire grupper/)
  expect(inputs).toEqual([])
  await field(screen).fill(serverCode)
  await makeCode(screen)

  await expect.element(screen.getByText(/ikke kommunens server/)).toBeVisible()
  expect(inputs.map(({ expectedRoot }) => expectedRoot)).toEqual([root])
})

test('without a code the phone goes on, and expects no root', async () => {
  const { bench, inputs } = enrolBench('otherServer')
  const screen = await bench.draw('/klargjor')

  await makeCode(screen)

  await expect.element(screen.getByText(/hører til en annen server/)).toBeVisible()
  expect(inputs.map(({ expectedRoot }) => expectedRoot)).toEqual([null])
})

test('an employee enrols again with her own code, and is told that what she wrote is kept', async () => {
  const { bench, inputs } = enrolBench('wrongCode', true)
  const screen = await bench.draw('/klargjor-pa-nytt')
  await expect.element(screen.getByText(/blir liggende på telefonen/)).toBeVisible()
  await screen.getByLabelText('Koden din').fill('280462')
  await field(screen).fill(serverCode)

  await screen.getByRole('button', { name: 'Registrer på nytt' }).click()

  await expect
    .element(screen.getByLabelText('Koden din'))
    .toHaveAccessibleDescription(/Skriv koden du låser opp telefonen med/)
  expect(inputs).toMatchObject([
    { replace: 'newServer', expectedRoot: root, code: '280462', label: 'Jobbtelefon Nord 2 – 04' },
  ])
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('nobody enrols again as the colleague who is signed in', async () => {
  const colleague = pageBench().session
  const bench = pageBench({
    sync: { server: 'unvouched' },
    api: { readSession: () => Promise.resolve(accepted(colleague)) },
  })

  const screen = await bench.draw('/klargjor-pa-nytt')

  await expect.element(screen.getByText('Kari Lund er logget inn')).toBeVisible()
  expect(screen.getByLabelText('Koden din').query()).toBeNull()
})

test('whoever signs in while another server answers is led to what she can do', async () => {
  const bench = pageBench({ sync: { server: 'unvouched' } })
  const screen = await bench.draw('/logg-inn')
  await screen.getByLabelText('Brukernavn').fill('kari')
  await screen.getByLabelText('Passord').fill('riktig')

  await screen.getByRole('button', { name: 'Logg inn' }).click()

  await expect
    .element(screen.getByRole('link', { name: 'Registrer telefonen på nytt' }))
    .toBeVisible()
})

test('an invitation’s link gives its token to the server, and its root to the enrolment', async () => {
  const tokens: string[] = []
  const bench = pageBench({
    isUnlocked: false,
    status: { device: null, employees: [] },
    api: {
      redeemInvitation({ token }) {
        tokens.push(token)
        return Promise.resolve(accepted(bench.session))
      },
    },
  })
  const screen = await bench.draw(`/oppstart#hemmelig&rot=${root}`)
  await screen.getByLabelText('Kommunens navn').fill('Demo kommune')
  await screen.getByLabelText('Navnet ditt').fill('Kari Lund')
  await screen.getByLabelText('Brukernavn').fill('kari')
  await screen.getByLabelText('Passord').fill('et langt passord')

  await screen.getByRole('button', { name: 'Opprett' }).click()

  await expect.element(screen.getByText(new RegExp(serverCode))).toBeVisible()
  expect(tokens).toEqual(['hemmelig'])
})
