import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

/**
 * portal: a hotel's sign-in page with status 200. drop: the line breaks before anything is sent on.
 * cutAnswers: the server gets the question, half of its answer comes back. slow: three seconds each way.
 */
export type Fault = 'none' | 'portal' | 'drop' | 'cutAnswers' | 'slow'

export type FaultyProxy = {
  url: string
  fail(fault: Fault): void
  stop(): Promise<void>
}

/** Stands between a phone and the server, and fails as lines do. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault = 'none'
  const proxy = createServer((asked, answer) => {
    switch (fault) {
      case 'none':
        return passOn(target, asked, answer, Number.POSITIVE_INFINITY)
      case 'portal':
        answer.writeHead(200, { 'content-type': 'text/html' })
        answer.end('<!doctype html><title>Gjestenett</title><h1>Logg inn på gjestenettet</h1>')
        return
      case 'drop':
        asked.socket.destroy()
        return
      case 'cutAnswers':
        return passOn(target, asked, answer, 40)
      case 'slow':
        setTimeout(() => passOn(target, asked, answer, Number.POSITIVE_INFINITY), 3_000)
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    url: `http://localhost:${address.port}`,
    fail(next) {
      fault = next
    },
    async stop() {
      proxy.close()
      proxy.closeAllConnections()
      await once(proxy, 'close')
    },
  }
}

function passOn(
  target: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  mostBytes: number,
): void {
  const { method, headers, url = '/' } = asked
  const onward = request(new URL(url, target), { method, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers)
    let left = mostBytes
    given.on('data', (part: Buffer) => {
      answer.write(part.subarray(0, left))
      left -= part.length
      if (left < 0) answer.destroy()
    })
    given.on('end', () => answer.end())
  })
  onward.on('error', () => answer.destroy())
  asked.pipe(onward)
}
