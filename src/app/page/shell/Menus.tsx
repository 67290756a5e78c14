import {
  ArrowRightLeftIcon,
  BellIcon,
  Buildings2Icon,
  ClockIcon,
  CompassIcon,
  FileTextIcon,
  FileImportIcon,
  InboxIcon,
  MenuHamburgerIcon,
  PencilIcon,
  PersonCircleIcon,
  PersonGroupIcon,
  PersonPlusIcon,
  PrinterSmallIcon,
  MobileIcon,
  QrCodeIcon,
  QuestionmarkDiamondIcon,
  ShieldLockIcon,
  TableIcon,
  TasklistIcon,
} from '@navikt/aksel-icons'
import { Link, useLocation } from 'react-router'
import type { Role } from '#domain/base/role.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { findPlace, paths, type PlaceName } from '../paths/paths.ts'
import { isRolePlace, type RolePlace, rolePlacesOf } from '../paths/place-needs.ts'
import './shell.css'

/** The menu item that each place of the app belongs to; null for a place without one. */
const tabs = {
  now: 'now',
  whatFails: 'now',
  incident: 'now',
  changeIncident: 'now',
  powerPlaces: 'now',
  ifPowerGoes: 'now',
  incidentCard: 'now',
  tasks: 'now',
  countdown: 'now',
  callList: 'now',
  visits: 'now',
  visit: 'now',
  personInIncident: 'now',
  readyMessages: 'now',
  lists: 'lists',
  patientList: 'lists',
  workList: 'lists',
  patient: 'lists',
  isbar: 'lists',
  medication: 'lists',
  signingList: 'lists',
  cards: 'cards',
  card: 'cards',
  wholeCard: 'cards',
  contacts: 'more',
  zonePlan: 'more',
  newContact: 'more',
  contact: 'more',
  write: 'write',
  startForm: 'write',
  draft: 'write',
  correct: 'write',
  countersign: 'write',
  withdraw: 'write',
  municipalForms: 'municipalForms',
  formVersions: 'municipalForms',
  formDraft: 'municipalForms',
  more: 'more',
  sent: 'more',
  enrol: 'more',
  enrolAgain: 'more',
  server: 'more',
  begin: 'begin',
  sections: 'sections',
  employees: 'employees',
  newEmployee: 'employees',
  employeeList: 'employees',
  employee: 'employees',
  newPhones: 'newPhones',
  deviceRequests: 'deviceRequests',
  alarms: 'alarms',
  securityEvents: 'securityEvents',
  import: 'import',
  binder: 'binder',
  received: 'received',
  roles: 'roles',
  review: 'review',
  amendments: 'amendments',
  newPatients: 'newPatients',
  amend: 'lists',
  signIn: null,
  firstSignIn: null,
  firstCode: null,
} as const satisfies Record<PlaceName, PlaceName | null>

const places = [
  { tab: 'now', to: paths.now.to(), label: shell.tabs.now, Icon: ClockIcon },
  { tab: 'lists', to: paths.lists.to({}), label: shell.tabs.lists, Icon: PersonGroupIcon },
  { tab: 'cards', to: paths.cards.to(), label: shell.tabs.cards, Icon: TasklistIcon },
  { tab: 'write', to: paths.write.to(), label: shell.tabs.write, Icon: PencilIcon },
  { tab: 'more', to: paths.more.to(), label: shell.tabs.more, Icon: MenuHamburgerIcon },
] as const

const roleIcons = {
  import: FileImportIcon,
  binder: PrinterSmallIcon,
  received: InboxIcon,
  review: QuestionmarkDiamondIcon,
  amendments: ArrowRightLeftIcon,
  municipalForms: FileTextIcon,
  newPatients: PersonPlusIcon,
  begin: CompassIcon,
  sections: Buildings2Icon,
  employees: PersonCircleIcon,
  deviceRequests: MobileIcon,
  newPhones: QrCodeIcon,
  alarms: BellIcon,
  securityEvents: ShieldLockIcon,
  roles: TableIcon,
} as const satisfies Record<RolePlace['place'], unknown>

export function TabBar() {
  const tab = useTab()
  // Leaders' places have no tab of their own: they are reached through «Mer».
  const shown = isRolePlace(tab) ? 'more' : tab
  return (
    <nav className="tab-bar" aria-label={shell.menu}>
      <MenuLinks links={places} tab={shown} />
    </nav>
  )
}

export function SideMenu({ role }: { role: Role }) {
  const tab = useTab()
  const own = rolePlacesOf(role).map(({ place, to }) => ({
    tab: place,
    to,
    label: shell.roleMenu[place],
    Icon: roleIcons[place],
  }))
  const isOthers = isRolePlace(tab) && !own.some((place) => place.tab === tab)
  const shown = isOthers ? 'more' : tab
  return (
    <nav className="side-menu" aria-label={shell.menu}>
      <p>{shell.appName}</p>
      <MenuLinks links={places} tab={shown} />
      {own.length > 0 ? (
        <>
          <hr />
          <MenuLinks links={own} tab={shown} />
        </>
      ) : null}
    </nav>
  )
}

type MenuLink = {
  tab: PlaceName
  to: string
  label: string
  Icon: (typeof places)[number]['Icon']
}
type MenuLinksProps = { links: readonly MenuLink[]; tab: PlaceName | null }

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
