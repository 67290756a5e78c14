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
import { useLocation } from 'react-router'
import { Link } from 'react-router'
import type { Role } from '#domain/base/role.ts'
import { shell } from '#text/nb/screens/shell.ts'
import './shell.css'

const places = [
  { to: '/', label: shell.tabs.now, Icon: ClockIcon, holds: ['/hva-virker-ikke'] },
  {
    to: '/lister',
    label: shell.tabs.lists,
    Icon: PersonGroupIcon,
    holds: ['/bruker', '/arbeidslister'],
  },
  { to: '/tiltakskort', label: shell.tabs.cards, Icon: TasklistIcon, holds: [] },
  { to: '/skriv', label: shell.tabs.write, Icon: PencilIcon, holds: [] },
  {
    to: '/mer',
    label: shell.tabs.more,
    Icon: MenuHamburgerIcon,
    holds: ['/sendt', '/klargjor', '/ukens-lister', '/beredskapsperm', '/mottatt'],
  },
] as const

const leaderPlaces = [
  { to: '/ukens-lister', label: shell.leaderMenu.import, Icon: FileImportIcon },
  { to: '/beredskapsperm', label: shell.leaderMenu.binder, Icon: PrinterSmallIcon },
  { to: '/mottatt', label: shell.leaderMenu.received, Icon: InboxIcon },
] as const

/** Leaders' work: import, print and read what has come in. */
export function isLeader(role: Role): boolean {
  return (
    role === 'sectionLeader' || role === 'shiftLead' || role === 'hdu' || role === 'administrator'
  )
}

export function TabBar() {
  const { pathname } = useLocation()
  return (
    <nav className="tab-bar" aria-label={shell.menu}>
      {places.map(({ to, label, Icon, holds }) => (
        <Link key={to} to={to} aria-current={isAt(pathname, [to, ...holds]) ? 'page' : undefined}>
          <Icon aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  )
}

export function SideMenu({ role }: { role: Role }) {
  const { pathname } = useLocation()
  const isLeading = isLeader(role)
  return (
    <nav className="side-menu" aria-label={shell.menu}>
      <p>{shell.appName}</p>
      {places.map(({ to, label, Icon, holds }) => (
        <Link
          key={to}
          to={to}
          aria-current={
            isAt(pathname, isLeading ? [to, ...holds.filter(isOrdinary)] : [to, ...holds])
              ? 'page'
              : undefined
          }
        >
          <Icon aria-hidden />
          {label}
        </Link>
      ))}
      {isLeading ? (
        <>
          <hr />
          {leaderPlaces.map(({ to, label, Icon }) => (
            <Link key={to} to={to} aria-current={isAt(pathname, [to]) ? 'page' : undefined}>
              <Icon aria-hidden />
              {label}
            </Link>
          ))}
        </>
      ) : null}
    </nav>
  )
}

function isOrdinary(path: string): boolean {
  return !leaderPlaces.some(({ to }) => to === path)
}

function isAt(pathname: string, paths: readonly string[]): boolean {
  return paths.some((path) =>
    path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`),
  )
}
