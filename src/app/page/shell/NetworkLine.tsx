import { Link } from 'react-router'
import { deviceRequestCode } from '#domain/base/device-request-code.ts'
import type { Instant } from '#domain/time/instant.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { SyncStatus } from '#app/bridge/sync-status.ts'
import './shell.css'
import { paths } from '../paths/paths.ts'

type NetworkLineProps = {
  sync: SyncStatus
  waiting: number
  /** Received entries that are in conflict or quarantine: a person must see to them. */
  toLookAt: number
  /** The employee's drafts: what is not signed is not sent either. */
  unsigned: number
  /** Who has unlocked the phone. */
  name: string
  now: Instant
}

/** The state of the line to the server, in words. It states only what an answer has shown, or says that nothing has. */
export function NetworkLine({ sync, waiting, toLookAt, unsigned, name, now }: NetworkLineProps) {
  const isOffline = sync.line === 'offline'
  return (
    <>
      <p className={isOffline ? 'line line--offline' : 'line'}>
        <strong>{lineWords(sync, now)}</strong>
        <span>{workWords(sync, { waiting, toLookAt, unsigned, name }, now)}</span>
      </p>
      {/* The line has times in it that change by the minute: only what has happened is read out. */}
      <p className="visually-hidden" role="status">
        {spokenWords(sync, { waiting, toLookAt, name })}
      </p>
    </>
  )
}

function lineWords({ line, lineSince }: SyncStatus, now: Instant): string {
  switch (line) {
    case 'notTried':
      return shell.network.notTried
    case 'elsewhere':
      return shell.network.elsewhere
    case 'trying':
      return shell.network.trying
    case 'online':
      return shell.network.online
    case 'offline':
      return lineSince === null
        ? shell.network.offline
        : shell.network.offlineSince(momentWords(lineSince, now))
  }
}

/** Without times and counts down: it changes only when the line or what waits does. */
function spokenWords(
  { line, signIn, lastAnswerAt, server, newerStreams }: SyncStatus,
  { waiting, toLookAt, name }: Pick<NetworkLineProps, 'waiting' | 'toLookAt' | 'name'>,
): string {
  if (line === 'offline') return shell.network.offline
  if (line !== 'online') return ''
  if (signIn === 'needed') return `${shell.network.online}. ${shell.network.signInNeeded(name)}`
  const isAll = waiting === 0 && toLookAt === 0 && newerStreams === 0
  const isConfirmed = isAll && lastAnswerAt !== null && server !== 'unvouched'
  return isConfirmed
    ? `${shell.network.online}. ${shell.network.allReceived}`
    : shell.network.online
}

function workWords(
  sync: SyncStatus,
  {
    waiting,
    toLookAt,
    unsigned,
    name,
  }: Pick<NetworkLineProps, 'waiting' | 'toLookAt' | 'unsigned' | 'name'>,
  now: Instant,
) {
  if (sync.line === 'offline') return shell.network.worksHere
  if (
    sync.activity === 'sending' &&
    sync.sending !== null &&
    sync.sending.total > sync.sending.sent
  ) {
    return shell.network.sendingOf(sync.sending.sent, sync.sending.total)
  }
  if (sync.signIn === 'needed')
    return (
      <Link to={paths.signIn.to({})} state={{ isBack: true }}>
        {shell.network.signInNeeded(name)}
      </Link>
    )
  const { approval } = sync
  if (approval.kind === 'awaited') {
    return shell.network.awaitingLeader(deviceRequestCode(approval.request))
  }
  if (approval.kind === 'rejected') return shell.network.rejectedByLeader
  if (sync.activity === 'fetching') return shell.network.fetching
  if (sync.serverCannotStore) return shell.network.serverCannotStore(waiting)
  if (waiting > 0) return shell.network.waitingToSend(waiting)
  if (toLookAt > 0) return <Link to={paths.sent.to({})}>{shell.network.toLookAt(toLookAt)}</Link>
  if (sync.newerStreams > 0) return shell.network.newerLists(sync.newerStreams)
  // The red line below says it: nothing that others answer confirms anything.
  if (sync.lastAnswerAt === null || sync.server === 'unvouched') return ''
  const when = momentWords(sync.lastAnswerAt, now)
  return unsigned === 0 ? (
    shell.network.allConfirmed(when)
  ) : (
    <Link to={paths.write.to()}>{shell.network.allSignedConfirmed(when, unsigned)}</Link>
  )
}
