import { Link } from 'react-router'
import { server as words } from '#text/nb/screens/server.ts'
import { useDevice } from '../services/use-opened.ts'
import { paths } from '../paths/paths.ts'
import { Notice } from '../ui/Notice.tsx'

/** A calm line with the way to confirm the server; nothing while it is confirmed, or not met yet. */
export function ServerNotConfirmed() {
  const { server } = useDevice().sync
  if (server !== 'unconfirmed') return null
  return (
    <Notice kind="old" title={words.unconfirmed} text={words.unconfirmedMeaning}>
      <Link className="link" to={paths.server.to()}>
        {words.howToConfirm}
      </Link>
    </Notice>
  )
}
