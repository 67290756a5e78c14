import type { OrganisedSection } from '#app/online/account-calls.ts'
import type { Account } from '#domain/accounts/account.ts'
import { isClosedByTime } from '#domain/accounts/stand-in.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { useServices } from '../../services/services.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useNow } from '../../services/use-now.ts'
import { standIns } from '#text/nb/screens/keeping/stand-ins.ts'
import { capitalized, momentWords } from '#text/nb/words/time.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChangeEmployee } from './ChangeEmployee.tsx'
import { usedWords } from './EmployeeRow.tsx'
import { KeptFault } from './parts/KeptFault.tsx'
import { LentZonesPart } from './stand-ins/LentZonesPart.tsx'
import { StandInPart } from './stand-ins/StandInPart.tsx'
import { useKept } from './use-kept.ts'
import { sectionsOf, zoneNames, zonesOf } from './zones-of.ts'
import './keeping.css'

/** One account: what it may, how its owner gets in, and its end. */
export function EmployeeScreen({ employee }: { employee: EmployeeId }) {
  const { api } = useServices()
  const accounts = useKept(api.listAccounts)
  const organisation = useKept(api.readOrganisation)
  const others = useZoneNames()
  const account = accounts.value?.accounts.find(({ id }) => id === employee)
  const fault = accounts.fault ?? organisation.fault

  if (fault !== null || accounts.value === null || organisation.value === null) {
    const readAgain = () => {
      accounts.readAgain()
      organisation.readAgain()
    }
    return (
      <Screen kind="reading" title={words.title}>
        {fault === null ? <Notice kind="waiting" title={words.reading} /> : null}
        <KeptFault fault={fault} returnTo="employees" onTryAgain={readAgain} />
      </Screen>
    )
  }
  if (account === undefined) {
    return (
      <Screen kind="reading" title={words.title}>
        <Notice kind="empty" title={words.notFound} text={words.notFoundText} />
      </Screen>
    )
  }
  return account.mayChange ? (
    <ChangeEmployee
      key={account.id}
      account={account}
      sections={sectionsOf(organisation.value)}
      onChanged={accounts.readAgain}
    />
  ) : (
    <Seen
      account={account}
      sections={sectionsOf(organisation.value)}
      zones={zoneNames(account.zones, [...zonesOf(organisation.value), ...others])}
      onChanged={accounts.readAgain}
    />
  )
}

type SeenProps = {
  account: Account
  sections: readonly OrganisedSection[]
  zones: readonly string[]
  onChanged: () => void
}

/** An account that is not hers to change: closed, her own, or another leader's, to whom she may lend a zone of her own. */
function Seen({ account, sections, zones, onChanged }: SeenProps) {
  const now = useNow()
  const { employeeId } = useUnlocked()
  const { id, name, username, title, role, closedAt, standIn = null } = account
  const isOver = standIn !== null && isClosedByTime(closedAt, standIn)
  const mayLend = closedAt === null && id !== employeeId && role !== 'administrator'
  return (
    <Screen kind="reading" title={name} above={words.title}>
      <Notice
        kind="locked"
        title={
          isOver
            ? capitalized(standIns.account(standIn, closedAt, now))
            : closedAt !== null
              ? words.closedAt(momentWords(closedAt, now))
              : id === employeeId
                ? words.own
                : words.notYours
        }
      />
      <Facts
        facts={[
          { label: words.username, value: username },
          { label: words.titleField, value: title === '' ? '–' : title },
          { label: words.role, value: words.roles[role] },
          { label: words.zonesField, value: words.zones(zones) },
          { label: words.access, value: usedWords(account, now) },
        ]}
      />
      {isOver && account.mayExtend === true ? (
        <StandInPart account={account} onChanged={onChanged} />
      ) : null}
      {mayLend ? (
        <LentZonesPart account={account} sections={sections} onChanged={onChanged} />
      ) : null}
    </Screen>
  )
}
