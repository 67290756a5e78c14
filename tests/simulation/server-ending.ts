/** Nobody listens: a connection is refused, or broken off. */
export class ServerGone extends Error {}

/** What whoever waits for the server waits for beside its answer: that it goes away. */
export function newEnding(): { ended: Promise<never>; end(): void } {
  const gone = new AbortController()
  const ended = new Promise<never>((_resolve, reject) => {
    gone.signal.addEventListener('abort', () => reject(new ServerGone('No server')))
  })
  // Nobody may be on the line.
  ended.catch(() => {})
  return { ended, end: () => gone.abort() }
}
