import type { OrganisedSection } from '#app/online/account-calls.ts'
import type { Account } from '#domain/accounts/account.ts'
import { rolesGivenBy } from '#domain/accounts/judge-account.ts'
import type { Role } from '#domain/base/role.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { AccountChoices, AccountFaults } from './account-form.ts'

type AccountFieldsProps = {
  sections: readonly OrganisedSection[]
  /** Null for a new one, who gets a username too. */
  account: Account | null
  choices: AccountChoices
  faults: AccountFaults
  onChoose: (choices: AccountChoices) => void
}

/** What an account is called and what it may. */
export function AccountFields({
  sections,
  account,
  choices,
  faults,
  onChoose,
}: AccountFieldsProps) {
  const { profile } = useUnlocked()
  const roles = rolesGivenBy(profile.role)
  const { role, zones } = choices
  return (
    <>
      <TextField
        label={words.name}
        help={words.nameHelp}
        isRequired
        name="name"
        from={account?.name ?? ''}
        fault={faults.get('name')}
        maxLength={100}
      />
      <TextField
        label={words.titleField}
        help={words.titleHelp}
        name="title"
        from={account?.title ?? ''}
        maxLength={60}
      />
      {account === null ? (
        <TextField
          label={words.username}
          help={words.usernameHelp}
          name="username"
          fault={faults.get('username')}
          maxLength={60}
        />
      ) : null}
      <TextField
        label={words.hpr}
        help={words.hprHelp}
        kind="number"
        name="hpr"
        from={account?.hprNumber ?? ''}
        fault={faults.get('hpr')}
        maxLength={12}
      />
      <Chips
        label={words.role}
        count="one"
        isRequired
        help={role === null ? undefined : words.roleMeaning[role]}
        choices={roles.map((value) => ({ value, label: words.roles[value] }))}
        chosen={role === null ? [] : [role]}
        fault={faults.get('role')}
        onChoose={([chosen]) => onChoose({ ...choices, role: roleIn(roles, chosen) })}
      />
      {role === 'administrator'
        ? null
        : sections.map((section) => (
            <SectionZones
              key={section.id}
              section={section}
              zones={zones}
              fault={section === sections.at(-1) ? faults.get('zones') : undefined}
              onChoose={(chosen) => onChoose({ ...choices, zones: chosen })}
            />
          ))}
    </>
  )
}

type SectionZonesProps = {
  section: OrganisedSection
  zones: AccountChoices['zones']
  fault: string | undefined
  onChoose: (zones: AccountChoices['zones']) => void
}

function SectionZones({ section, zones, fault, onChoose }: SectionZonesProps) {
  const own = section.zones.filter(({ id, isInUse }) => isInUse || zones.includes(id))
  const others = zones.filter((zone) => own.every(({ id }) => id !== zone))
  const all = own.map(({ id }) => id)
  const chosen = all.filter((id) => zones.includes(id))
  return (
    <>
      <Chips
        label={`${words.zonesField}, ${section.name}`}
        count="several"
        help={words.zonesHelp}
        choices={own.map(({ id, name }) => ({ value: id, label: zoneText(name) }))}
        chosen={chosen}
        fault={fault}
        onChoose={(values) => onChoose([...others, ...all.filter((id) => values.includes(id))])}
      />
      {all.length > 1 && chosen.length < all.length ? (
        <button
          type="button"
          className="link keeping__all"
          onClick={() => onChoose([...others, ...all])}
        >
          {words.allIn(section.name)}
        </button>
      ) : null}
    </>
  )
}

function roleIn(roles: readonly Role[], chosen: string | undefined): Role | null {
  return roles.find((role) => role === chosen) ?? null
}
