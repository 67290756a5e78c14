import { Link, Outlet, useLocation } from 'react-router'
import { notForRole as words } from '#text/nb/screens/not-for-role.ts'
import { findPlace, paths } from '../paths/paths.ts'
import { lackOf, type Need } from '../paths/place-needs.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { Notice } from '../ui/Notice.tsx'
import { Screen } from '../ui/Screen.tsx'

/** Shows a place, or says calmly whose it is, so that a role that has no lists does not see an empty or failed one. */
export function PlaceGate() {
  const { pathname } = useLocation()
  const { profile } = useUnlocked()
  const place = findPlace(pathname)
  const lack = place === null ? null : lackOf(profile.role, place)
  if (lack === null) return <Outlet />
  const { screen, title, text } = wordsOf(lack)
  return (
    <Screen title={screen} kind="reading">
      <Notice kind="empty" title={title} text={text} />
      {lackOf(profile.role, 'roles') === null ? (
        <p>
          <Link className="link" to={paths.roles.to()}>
            {words.toRoles}
          </Link>
        </p>
      ) : null}
    </Screen>
  )
}

function wordsOf(lack: Need) {
  return lack.kind === 'class' ? words.classes[lack.class] : words.duties[lack.duty]
}
