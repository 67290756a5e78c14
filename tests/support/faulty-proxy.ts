import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as passMilliseconds } from 'node:timers/promises'

/**
 * portal: a hotel's sign-in page with status 200. drop: the line breaks before anything is sent on.
 * cutAnswers: the server gets the question, half of its answer comes back. slow: three seconds each way.
 * thin: two kilobytes a second each way. silent: every connection is accepted and never answered.
 */
export type Fault = 'none' | 'portal' | 'drop' | 'cutAnswers' | 'slow' | 'thin' | 'silent'

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
        return
      case 'thin':
        return trickleOn(target, asked, answer)
      case 'silent':
        asked.resume()
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

const trickleBytes = 200
const trickleMilliseconds = 100

/** Takes what one side says as quickly as it comes, and hands it to the other slowly. */
function trickleOn(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '/' } = asked
  const onward = request(new URL(url, target), { method, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers)
    pipeline(Readable.from(trickle(given)), answer).catch(() => answer.destroy())
  })
  onward.on('error', () => answer.destroy())
  // A phone that goes away in the middle leaves half a question, as a cut line does.
  pipeline(Readable.from(trickle(asked)), onward).catch(() => onward.destroy())
}

async function* trickle(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const part of source) {
    for (let from = 0; from < part.length; from += trickleBytes) {
      await passMilliseconds(trickleMilliseconds)
      yield part.subarray(from, from + trickleBytes)
    }
  }
}
