import { useState } from 'react'
import type { Account } from '#domain/accounts/account.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { NamedZone } from '#text/nb/words/stream.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { useServices } from '../../services/services.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EmployeeRow } from './EmployeeRow.tsx'
import { KeptFault } from './parts/KeptFault.tsx'
import { useKept } from './use-kept.ts'
import { zonesOf } from './zones-of.ts'
import './keeping.css'

/** Everybody with access, and what may be done about each. */
export function EmployeesScreen() {
  const { api } = useServices()
  const accounts = useKept(api.listAccounts)
  const organisation = useKept(api.readOrganisation)
  const [search, setSearch] = useState('')
  const known = accounts.value?.accounts ?? null
  // Those of other sections are not kept by her: the phone knows what they are called.
  const others = useZoneNames()
  const zones = [...zonesOf(organisation.value), ...others]

  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.under}
      foot={
        <>
          <Action rank="second" to={paths.newEmployee.to()}>
            {words.add}
          </Action>
          <Action rank="primary" to={paths.employeeList.to()}>
            {words.addMany}
          </Action>
        </>
      }
    >
      <KeptFault fault={accounts.fault} returnTo="employees" onTryAgain={accounts.readAgain} />
      {known === null ? (
        accounts.fault === null ? (
          <Notice kind="waiting" title={words.reading} />
        ) : null
      ) : known.length === 0 ? (
        <Notice kind="empty" title={words.none} text={words.noneText} />
      ) : (
        <>
          <TextField label={words.search} kind="search" onType={setSearch} />
          <Found accounts={known} search={search} zones={zones} />
        </>
      )}
    </Screen>
  )
}

type FoundProps = { accounts: readonly Account[]; search: string; zones: readonly NamedZone[] }

function Found({ accounts, search, zones }: FoundProps) {
  const folded = foldText(search)
  const found = accounts.filter(
    ({ name, username }) => foldText(name).includes(folded) || foldText(username).includes(folded),
  )
  if (found.length === 0) {
    return <Notice kind="empty" title={words.noneFound} text={words.noneFoundText} />
  }
  const open = found.filter(({ closedAt }) => closedAt === null)
  const closed = found.filter(({ closedAt }) => closedAt !== null)
  return (
    <>
      <Group title={words.open} accounts={open} zones={zones} />
      <Group title={words.closed} accounts={closed} zones={zones} />
    </>
  )
}

type GroupProps = { title: string; accounts: readonly Account[]; zones: readonly NamedZone[] }

function Group({ title, accounts, zones }: GroupProps) {
  if (accounts.length === 0) return null
  return (
    <>
      <GroupHeading text={title} beside={words.shown(accounts.length)} />
      <Rows label={title}>
        {accounts.map((account) => (
          <EmployeeRow key={account.id} account={account} zones={zones} />
        ))}
      </Rows>
    </>
  )
}
