import { randomUUID } from 'node:crypto'
import { ServerRefusal } from '#contract/refusal.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, type DeviceRequestId } from '#domain/base/ids.ts'
import { saveMunicipalitySettings } from '#server/accounts/municipality-settings.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import type { Attack } from '../attack.ts'
import { ownKeys, signedEnrolment } from '../enrolment.ts'
import type { Weaken } from '../ground.ts'
import { sendEnrolment } from '../phone.ts'
import { type Hired, type Town, north, south } from '../town.ts'

/** A server that vouches for whoever has signed in. */
const unasked: Weaken = () => ({ judgeEnrolment: () => Promise.resolve({ kind: 'mayEnrol' }) })

async function switchOn({ services, scope, municipality, now }: Town, { profile }: Hired) {
  const by = { municipality, administrator: profile.author.employeeId, now: now() }
  await withAccounts(services.accounts, scope, (transaction) =>
    saveMunicipalitySettings(transaction, { approvesDevices: true }, by),
  )
}

/** A phone of hers, with its keys; answers the request that waits for a leader, or null when they were vouched for. */
async function aPhoneOf(town: Town, nina: Hired) {
  const own = { deviceId: DeviceId.parse(randomUUID()), signers: await ownKeys() }
  return async () =>
    answerOf(await sendEnrolment(town, nina, await signedEnrolment(town, nina, own)))
}

function answerOf(answer: Awaited<ReturnType<typeof sendEnrolment>>) {
  if (answer.statusCode === 200) return null
  const { waiting } = ServerRefusal.parse(answer.json())
  if (waiting === undefined) throw new Error(`The phone does not wait: ${answer.body}`)
  return waiting.id
}

async function approve({ server }: Town, { headers }: Hired, requestId: DeviceRequestId) {
  const { path: url } = routes.decideDeviceRequest
  const payload = { requestId, decision: 'approved' }
  return (await server.inject({ method: 'POST', url, headers, payload })).statusCode
}

export const approvalBypass: Attack = {
  name: 'approval-bypass',
  about:
    'A nurse enrols a phone that no leader of hers has approved: at once, approved by herself and others who may not, and with the approval of another phone.',
  async run(ground, parts) {
    const town = await ground.town(parts === 'weakened' ? unasked : undefined)
    const nina = await town.hire('Nina Dahl', 'nurse', [north])
    const leader = await town.hire('Lise Moen', 'sectionLeader', [north])
    const others = [
      nina,
      await town.hire('Anne Solbakken', 'nurse', [north]),
      await town.hire('Sara Nilsen', 'sectionLeader', [south]),
      await town.hire('Arne Lie', 'administrator', []),
    ]
    await switchOn(town, leader)
    const [enrol, enrolAnother] = [await aPhoneOf(town, nina), await aPhoneOf(town, nina)]
    const tries = [await enrol()]
    for (const other of others) {
      const [request] = tries
      if (request !== null && request !== undefined) await approve(town, other, request)
      tries.push(await enrol())
    }
    const another = await enrolAnother()
    if (another !== null && (await approve(town, leader, another)) !== 200) {
      throw new Error('The leader could not approve.')
    }
    tries.push(await enrol())

    const got = tries.filter((waiting) => waiting === null).length
    return {
      refused: got === 0,
      note: `The server vouched for her keys in ${got} of ${tries.length} tries without approval.`,
    }
  },
}
