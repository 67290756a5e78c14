import type { Account } from '#domain/accounts/account.ts'
import { isClosedByTime } from '#domain/accounts/stand-in.ts'
import type { Instant } from '#domain/time/instant.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import type { NamedZone } from '#text/nb/words/stream.ts'
import { standIns } from '#text/nb/screens/keeping/stand-ins.ts'
import { capitalized, momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { Row } from '../../ui/Rows.tsx'
import { zoneNames } from './zones-of.ts'

type EmployeeRowProps = { account: Account; zones: readonly NamedZone[] }

export function EmployeeRow({ account, zones }: EmployeeRowProps) {
  const now = useNow()
  const { id, name, title, role, closedAt, devices, standIn = null, lentZones = [] } = account
  const time = standIn === null ? null : standIns.account(standIn, closedAt, now)
  const isOver = isClosedByTime(closedAt, standIn)
  const lent = lentZones.map((one) => standIns.zone(zoneNames([one.zone], zones).join(), one, now))
  const waiting = closedAt === null ? waitsFor(account, now) : null
  return (
    <Row
      to={paths.employee.to({ employee: id })}
      name={name}
      facts={[
        [words.roles[role], title, isOver ? null : time].filter(Boolean).join(' · '),
        [words.zones(zoneNames(account.zones, zones)), ...lent].join(' · '),
        closedAt === null
          ? [usedWords(account, now), ...(devices > 0 ? [words.devices(devices)] : [])].join(' · ')
          : isOver && time !== null
            ? capitalized(time)
            : words.closedAt(momentWords(closedAt, now)),
      ]}
      {...(waiting === null ? {} : { strong: waiting })}
    />
  )
}

export function usedWords({ lastUsedAt }: Account, now: Instant): string {
  return lastUsedAt === null ? words.neverUsed : words.lastUsed(momentWords(lastUsedAt, now))
}

/** What stands between her and signing in; null when nothing does. */
function waitsFor({ signIn }: Account, now: Instant): string | null {
  switch (signIn.kind) {
    case 'password':
      return null
    case 'code':
      return words.codeUntil(momentWords(signIn.expiresAt, now))
    case 'none':
      return words.codeExpired
  }
}
