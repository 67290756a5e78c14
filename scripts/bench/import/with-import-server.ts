import { fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import type { ImportFloors } from './import-floors.ts'
import type { ServerRequest } from './server-request.ts'

/** The longest stretch without coming to anybody else, and all work, in milliseconds of its own clock. */
export type ServerWork = { stretch: number; cpu: number }

export type ImportServer = {
  url: string
  pid: number
  /** Since it was asked last. */
  work: () => Promise<ServerWork>
  floors: (people: number) => Promise<ImportFloors>
}

export async function withImportServer<Value>(
  use: (server: ImportServer) => Promise<Value>,
): Promise<Value> {
  const child = fork(new URL('import-server.ts', import.meta.url))
  const ended = once(child, 'exit')
  async function hear<Message>(schema: z.ZodType<Message>): Promise<Message> {
    const heard = await Promise.race([once(child, 'message'), ended.then(() => null)])
    if (heard === null) throw new Error('The server ended.')
    return schema.parse(heard[0])
  }
  const send = (request: ServerRequest) => child.send(request)
  try {
    const { url } = await hear(z.object({ url: z.string() }))
    const { pid } = child
    if (pid === undefined) throw new Error('The server has no process.')
    return await use({
      url,
      pid,
      async work() {
        send({ kind: 'work' })
        return await hear(z.object({ stretch: z.number(), cpu: z.number() }))
      },
      async floors(people) {
        send({ kind: 'floors', people })
        return await hear(z.object({ parse: z.number(), insert: z.number() }))
      },
    })
  } finally {
    if (child.connected) send({ kind: 'over' })
    await ended
  }
}
