import { CardRole } from '#domain/cards/action-card.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { cardRoleOf, shownCardRoles } from './card-role.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { Chips } from '../ui/Chips.tsx'

type RoleChipsProps = {
  /** Null for all roles. */
  role: CardRole | null
  onChoose: (role: CardRole | 'alle') => void
}

export function RoleChips({ role, onChoose }: RoleChipsProps) {
  const own = cardRoleOf(useUnlocked().profile.role)
  return (
    <Chips
      label={words.role}
      isLabelHidden
      look="square"
      count="one"
      choices={[
        ...shownCardRoles(own, role).map((known) => ({ value: known, label: words.roles[known] })),
        { value: 'alle', label: words.roles.all },
      ]}
      chosen={[role ?? 'alle']}
      onChoose={([chosen]) =>
        onChoose(CardRole.options.find((known) => known === chosen) ?? 'alle')
      }
    />
  )
}
