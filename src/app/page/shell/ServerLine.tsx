import { Link } from 'react-router'
import { server as words } from '#text/nb/screens/server.ts'
import type { SyncStatus } from '#app/bridge/sync-status.ts'
import { paths } from '../paths/paths.ts'
import './shell.css'

/** Says on every screen that answers come from somebody else. It renders nothing otherwise. */
export function ServerLine({ server }: Pick<SyncStatus, 'server'>) {
  if (server !== 'unvouched') return null
  return (
    <p className="line line--harm" role="alert">
      <strong>{words.unvouched}.</strong> {words.unvouchedMeaning}{' '}
      <Link to={paths.server.to()}>{words.whatToDo}</Link>
    </p>
  )
}
