import { PreviewEmployeeListAnswer } from '#contract/accounts/employee-list.ts'
import { SaveAccountAnswer } from '#contract/accounts/accounts.ts'
import { importContentType } from '#contract/imports/preview-import.ts'
import { routes } from '#contract/routes.ts'
import type { TestServer } from '../../support/test-server.ts'

type Headers = Record<string, string>

/** An administrator makes a section, a zone and people, one by one and from a list; one of them chooses a password. */
export async function keepAccounts({ server }: TestServer, headers: Headers): Promise<void> {
  const send = (route: { method: 'POST' | 'PUT'; path: string }, payload: object) =>
    server.inject({ method: route.method, url: route.path, headers, payload })
  await send(routes.saveSection, { id: null, name: 'Øst' })
  await send(routes.saveZone, { id: null, section: 'ost', name: 'Øst 1' })
  await send(routes.saveZone, { id: null, section: 'borte', name: 'Øst 2' })
  await send(routes.setZoneUse, { zone: 'nord-1', isInUse: false })
  await send(routes.setZoneUse, { zone: 'ost-1', isInUse: false })
  await send(routes.setZoneUse, { zone: 'ost-1', isInUse: true })
  const person = { name: 'Mona Ås', title: 'Sykepleier', hprNumber: '7654321', role: 'nurse' }
  const made = SaveAccountAnswer.parse(
    (await send(routes.makeAccount, { username: null, ...person, zones: ['ost-1'] })).json(),
  )
  if (made.kind === 'refused' || made.code === null) throw new Error('No account was made.')
  const { account, code } = made
  await send(routes.makeAccount, { username: 'mona.as', ...person, zones: ['ost-1'] })
  await server.inject({
    method: 'POST',
    url: routes.redeemSignInCode.path,
    payload: { username: code.username, code: code.code, password: 'et langt passord' },
  })
  await send(routes.issueSignInCode, { account: account.id })
  await send(routes.changeAccount, { account: account.id, ...person, zones: ['ost-1', 'nord-1'] })
  await list(server, headers)
  await keepStandIns(send, account.id)
  await send(routes.closeAccount, { account: account.id, reason: { kind: 'left' } })
  await server.inject({ url: routes.readOrganisation.path, headers })
  await server.inject({ url: routes.listAccounts.path, headers })
}

type Send = (route: { method: 'POST' | 'PUT'; path: string }, payload: object) => Promise<unknown>

/** A stand-in is made, extended and ended, and a nurse has a zone for a time. */
async function keepStandIns(send: Send, nurse: string): Promise<void> {
  const days = { from: '2026-11-23', to: '2026-12-14' }
  const person = { name: 'Vera Holm', title: 'Vikar', hprNumber: null, role: 'nurse' }
  await send(routes.makeAccount, {
    username: 'vera',
    ...person,
    zones: ['ost-1'],
    standIn: days,
  })
  const account = nurse
  await send(routes.lendZone, { account, zone: 'sor-1', change: { kind: 'days', ...days } })
  await send(routes.lendZone, { account, zone: 'sor-1', change: { kind: 'ended' } })
  await send(routes.saveStandIn, { account, change: { kind: 'days', ...days } })
  await send(routes.saveStandIn, { account, change: { kind: 'ended' } })
  await send(routes.saveStandIn, { account, change: { kind: 'permanent' } })
}

async function list(server: TestServer['server'], headers: Headers): Promise<void> {
  const send = (path: string, query: string) =>
    server.inject({
      method: 'POST',
      url: `${path}?fileName=ansatte.csv${query}`,
      headers: { ...headers, 'content-type': importContentType },
      payload: 'Navn;Seksjon;Sone;Lønn\nKari Moe;Øst;Øst 2;1\nMona Ås;;Øst 1;1\nPer Li;;;1\n',
    })
  const shown = PreviewEmployeeListAnswer.parse(
    (await send(routes.previewEmployeeList.path, '')).json(),
  )
  if (shown.kind === 'refused') throw new Error(`The list was refused: ${shown.refusal.kind}`)
  const query = `&preview=${shown.preview}`
  await send(routes.takeEmployeeList.path, query)
  await send(routes.takeEmployeeList.path, `${query}&acceptNewPlaces=yes`)
}
