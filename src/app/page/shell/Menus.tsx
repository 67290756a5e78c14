import {
  ClockIcon,
  FileImportIcon,
  InboxIcon,
  MenuHamburgerIcon,
  PencilIcon,
  PersonGroupIcon,
  PrinterSmallIcon,
  TasklistIcon,
} from '@navikt/aksel-icons'
import { Link, useLocation } from 'react-router'
import type { Role } from '#domain/base/role.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { findPlace, paths, type PlaceName } from '../paths/paths.ts'
import './shell.css'

/** The menu item that each place of the app belongs to; null for a place without one. */
const tabs = {
  now: 'now',
  whatFails: 'now',
  lists: 'lists',
  patientList: 'lists',
  workList: 'lists',
  patient: 'lists',
  medication: 'lists',
  cards: 'cards',
  card: 'cards',
  wholeCard: 'cards',
  write: 'write',
  startForm: 'write',
  draft: 'write',
  correct: 'write',
  more: 'more',
  sent: 'more',
  enrol: 'more',
  deviceRequests: 'more',
  import: 'import',
  binder: 'binder',
  received: 'received',
  signIn: null,
  firstSignIn: null,
} as const satisfies Record<PlaceName, PlaceName | null>

const places = [
  { tab: 'now', to: paths.now.to(), label: shell.tabs.now, Icon: ClockIcon },
  { tab: 'lists', to: paths.lists.to({}), label: shell.tabs.lists, Icon: PersonGroupIcon },
  { tab: 'cards', to: paths.cards.to(), label: shell.tabs.cards, Icon: TasklistIcon },
  { tab: 'write', to: paths.write.to(), label: shell.tabs.write, Icon: PencilIcon },
  { tab: 'more', to: paths.more.to(), label: shell.tabs.more, Icon: MenuHamburgerIcon },
] as const

const leaderPlaces = [
  { tab: 'import', to: paths.import.to(), label: shell.leaderMenu.import, Icon: FileImportIcon },
  { tab: 'binder', to: paths.binder.to(), label: shell.leaderMenu.binder, Icon: PrinterSmallIcon },
  { tab: 'received', to: paths.received.to({}), label: shell.leaderMenu.received, Icon: InboxIcon },
] as const

/** Leaders' work: import, print and read what has come in. */
export function isLeader(role: Role): boolean {
  return (
    role === 'sectionLeader' || role === 'shiftLead' || role === 'hdu' || role === 'administrator'
  )
}

export function TabBar() {
  const tab = useTab()
  // Leaders' places have no tab of their own: they are reached through «Mer».
  const shown = leaderPlaces.some((place) => place.tab === tab) ? 'more' : tab
  return (
    <nav className="tab-bar" aria-label={shell.menu}>
      <MenuLinks links={places} tab={shown} />
    </nav>
  )
}

export function SideMenu({ role }: { role: Role }) {
  const tab = useTab()
  const isLeading = isLeader(role)
  const shown = !isLeading && leaderPlaces.some((place) => place.tab === tab) ? 'more' : tab
  return (
    <nav className="side-menu" aria-label={shell.menu}>
      <p>{shell.appName}</p>
      <MenuLinks links={places} tab={shown} />
      {isLeading ? (
        <>
          <hr />
          <MenuLinks links={leaderPlaces} tab={shown} />
        </>
      ) : null}
    </nav>
  )
}

type MenuLinksProps = { links: typeof places | typeof leaderPlaces; tab: PlaceName | null }

function MenuLinks({ links, tab }: MenuLinksProps) {
  return links.map(({ tab: own, to, label, Icon }) => (
    <Link key={own} to={to} aria-current={own === tab ? 'page' : undefined}>
      <Icon aria-hidden />
      {label}
    </Link>
  ))
}

/** Null for an address that belongs to no menu item. */
function useTab(): PlaceName | null {
  const { pathname } = useLocation()
  const place = findPlace(pathname)
  return place === null ? null : tabs[place]
}
