import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { importContentType } from '#contract/imports/preview-import.ts'
import { syncContentType } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import type { Attack } from '../attack.ts'
import type { CrowdedServer } from '../crowded-server.ts'

/** The attacker's connections stay open. */
const agent = new Agent({ keepAlive: true })
const megabyte = 1024 * 1024

/** Sends the first lines of a request, and answers when its connection ends. */
async function halfOpen(
  { url, host }: CrowdedServer,
  head: readonly string[],
  over: AbortSignal,
  send: (socket: Socket, gone: Promise<unknown>) => Promise<void>,
): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const gone = new Promise((resolve) => socket.once('close', resolve))
  // The server may end it at any time.
  socket.on('error', () => {}).resume()
  over.addEventListener('abort', () => socket.destroy())
  socket.write([...head, `host: ${host}`, '', ''].join('\r\n'))
  await send(socket, gone)
  await gone
}

/** So many at once, each of whom tries again a second after the server has ended a try. */
async function again(times: number, over: AbortSignal, work: () => Promise<void>): Promise<void> {
  const one = async () => {
    while (!over.aborted) {
      await work()
      await setTimeout(1_000)
    }
  }
  await Promise.all(Array.from({ length: times }, one))
}

const crowders = {
  async halfOpen(server: CrowdedServer, over: AbortSignal): Promise<void> {
    const paths = [routes.signIn.path, routes.readServerKeys.path, routes.pushEntries.path]
    let opened = 0
    await again(300, over, () => {
      const path = paths[(opened += 1) % paths.length] ?? ''
      const head = [
        `POST ${path} HTTP/1.1`,
        `content-type: ${path.includes('sync') ? syncContentType : 'application/json'}`,
        'content-length: 1000',
      ]
      return halfOpen(server, head, over, async (socket) => void socket.write('{'))
    })
  },

  async largeBodies(server: CrowdedServer, over: AbortSignal): Promise<void> {
    const chunk = Buffer.alloc(megabyte)
    const paths = [routes.previewImport.path, routes.takeImport.path]
    let opened = 0
    await again(20, over, () => {
      const path = paths[(opened += 1) % paths.length] ?? ''
      const head = [
        `POST ${path}?section=nord&fileName=a.csv HTTP/1.1`,
        `content-type: ${importContentType}`,
        // The last byte never comes.
        `content-length: ${19 * megabyte + 1}`,
      ]
      return halfOpen(server, head, over, async (socket, gone) => {
        for (let sent = 0; sent < 19 && !socket.destroyed; sent += 1) {
          if (socket.write(chunk)) continue
          await Promise.race([gone, new Promise((resolve) => socket.once('drain', resolve))])
        }
      })
    })
  },

  async wrongSignIns(server: CrowdedServer, over: AbortSignal): Promise<void> {
    let tried = 0
    await again(200, over, () => {
      tried += 1
      return tryPassword(server, tried, over)
    })
  },
}

/** One wrong sign-in, from one of two hundred networks. The server may be too busy to answer, and ends with the attack. */
function tryPassword(
  { url, host }: CrowdedServer,
  tried: number,
  over: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      host,
      'content-type': 'application/json',
      'x-forwarded-for': `10.${tried % 200}.0.1`,
    }
    request(`${url}${routes.signIn.path}`, { method: 'POST', agent, headers, signal: over })
      .on('response', (answer) => answer.resume())
      .on('error', () => {})
      .on('close', resolve)
      .end(JSON.stringify({ username: `gjetter-${tried}`, password: 'feil' }))
  })
}
function crowding(
  name: string,
  about: string,
  crowd: (server: CrowdedServer, over: AbortSignal) => Promise<void>,
): Attack {
  return {
    name,
    about,
    async run(ground, parts) {
      const server = await ground.crowded(parts)
      return await server.crowdedBy((over) => crowd(server, over))
    },
  }
}

export const halfOpenRequests = crowding(
  'half-open-requests',
  '300 connections each send the beginning of a request and nothing more, so that no place is left.',
  crowders.halfOpen,
)

export const largeBodies = crowding(
  'large-bodies',
  'Twenty connections send 19 MB each without a session, again and again.',
  crowders.largeBodies,
)

export const wrongSignIns = crowding(
  'wrong-sign-ins',
  '200 at once sign in with wrong passwords, from many networks, without end.',
  crowders.wrongSignIns,
)
