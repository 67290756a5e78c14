import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { DeviceRequests } from '#contract/device-requests.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import { DeviceId, type EmployeeId, type ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { type PhoneKeys, phoneKeys, provenRequest, startEnrolment } from './enrol-phone.ts'
import { anAccount, signIn, testServer, testZones } from './test-server.ts'
import { webCrypto } from './web-crypto.ts'

export type Headers = Awaited<ReturnType<typeof signIn>>
type Method = 'GET' | 'POST' | 'PUT'

/** A phone that asks; each question is signed anew by its keys. */
type AskingPhone = { deviceId: DeviceId; keys: PhoneKeys }

/** A server where phones wait for leaders. Anne and Berit are nurses of nord-1, where Lise leads; Arne is the administrator. */
export async function approvalBench() {
  const bench = await testServer()
  const crypto = await webCrypto()
  const [nord1, nord2, sor1] = testZones
  if (nord1 === undefined || nord2 === undefined || sor1 === undefined) {
    throw new Error('The bench has three zones.')
  }
  const ids = new Map<string, EmployeeId>()
  const signedIn = new Map<Headers, EmployeeId>()
  async function account(username: string, role: Role, ...zones: ZoneId[]) {
    const id = await anAccount(bench, { username, role, zones })
    ids.set(username, id)
    return id
  }
  await account('anne', 'nurse', nord1)
  await account('berit', 'nurse', nord1)
  const lise = await account('lise', 'sectionLeader', nord1, nord2)
  await account('liv', 'sectionLeader', nord2)
  await account('sara', 'sectionLeader', sor1)
  await account('uten', 'sectionLeader')
  const arne = await account('arne', 'administrator')

  async function call(headers: Headers, method: Method, url: string, payload?: object) {
    const answer = await bench.server.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    return { status: answer.statusCode, body: answer.json<unknown>() }
  }

  async function as(username: string): Promise<Headers> {
    const headers = await signIn(bench, username)
    const id = ids.get(username)
    if (id === undefined) throw new Error(`${username} has no account.`)
    signedIn.set(headers, id)
    return headers
  }

  async function signedRequest(headers: Headers, { deviceId, keys }: AskingPhone) {
    const employee = signedIn.get(headers)
    if (employee === undefined) throw new Error('Nobody has signed in with these headers.')
    return provenRequest(keys, await startEnrolment(bench.server, headers), employee, deviceId)
  }

  const send = (headers: Headers, payload: object) => call(headers, 'POST', '/api/devices', payload)
  const enrol = async (headers: Headers, phone: AskingPhone) =>
    send(headers, await signedRequest(headers, phone))

  async function switchApproval(approvesDevices: boolean) {
    const headers = await signIn(bench, 'arne')
    return call(headers, 'PUT', '/api/municipality-settings', { approvesDevices })
  }

  return {
    bench,
    db: bench.owner,
    lise,
    arne,
    call,
    enrol,
    send,
    signedRequest,
    switchApproval,
    as,

    /** The switch is on and nothing waits. */
    async begin(): Promise<void> {
      await sql`delete from device_request`.execute(bench.owner)
      await switchApproval(true)
    },

    decide: (headers: Headers, requestId: string, decision: 'approved' | 'rejected') =>
      call(headers, 'POST', '/api/device-requests', { requestId, decision }),

    async waitingFor(leader: Headers) {
      const answer = await call(leader, 'GET', '/api/device-requests')
      return DeviceRequests.parse(answer.body).requests
    },

    /** What the phone is told of its request while it waits. */
    async ask(headers: Headers, phone: AskingPhone) {
      const { status, body } = await enrol(headers, phone)
      const refusal = ServerRefusal.parse(body)
      if (status !== 403 || refusal.waiting === undefined) {
        throw new Error(`The phone does not wait: ${refusal.kind}`)
      }
      return refusal.waiting
    },

    async aPhone(): Promise<AskingPhone> {
      return { deviceId: DeviceId.parse(randomUUID()), keys: await phoneKeys(crypto) }
    },
  }
}

/** What an answer that refuses looks like. */
export const refusedAs = (kind: string, status = 403) => ({ status, body: { kind } })
export const awaiting = refusedAs('awaitingApproval')
export const notFound = refusedAs('notFound', 404)
export const enrolled = { status: 200 }
