import { refused } from '#domain/result.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'

/** The line to the server with a switch in it, so that the app can prove that it works without. */
export function networkSwitch(network: SyncNetwork) {
  let isCut = false
  const whenJoined =
    <Message, Answered>(send: (message: Message) => Promise<Answered>) =>
    (message: Message) =>
      isCut ? Promise.resolve(refused({ kind: 'unreachable' } as const)) : send(message)

  const switched: SyncNetwork = {
    listStreams: whenJoined(network.listStreams),
    pullStream: whenJoined(network.pullStream),
    pushEntries: whenJoined(network.pushEntries),
  }
  return {
    network: switched,
    cut(): void {
      isCut = true
    },
  }
}
