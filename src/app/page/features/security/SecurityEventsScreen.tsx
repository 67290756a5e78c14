import { useState } from 'react'
import { securityEvents as words } from '#text/nb/screens/administration/security-events.ts'
import { SecurityEventGroup } from '#domain/trust/security-event.ts'
import { Chips } from '../../ui/Chips.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { SecurityEventPages } from './SecurityEventPages.tsx'
import './security.css'

const groups = [
  { value: 'all', label: words.all },
  ...SecurityEventGroup.options.map((group) => ({ value: group, label: words.groups[group] })),
]

/** What happened to the server's own safety, for the administrator. It is read from the server alone. */
export function SecurityEventsScreen() {
  const [group, setGroup] = useState<SecurityEventGroup | null>(null)
  const [tries, setTries] = useState(0)
  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      <div className="security__filter">
        <Chips
          label={words.filter}
          choices={groups}
          chosen={[group ?? 'all']}
          count="one"
          onChoose={([chosen]) => setGroup(SecurityEventGroup.safeParse(chosen).data ?? null)}
        />
      </div>
      <SecurityEventPages
        key={`${group ?? 'all'} ${tries}`}
        group={group}
        onRetry={() => setTries(tries + 1)}
      />
    </Screen>
  )
}
