import { Link } from 'react-router'
import type { CardCode } from '#domain/cards/action-card.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { paths } from '../../paths/paths.ts'

/** To the cards without starting anything: one patient's alarm is no incident. */
export function ReadOnly({ codes }: { codes: readonly CardCode[] }) {
  if (codes.length === 0) return null
  return (
    <p className="read-only">
      {words.readOnly}{' '}
      {codes.map((code) => (
        <Link key={code} className="link" to={paths.card.to({ code })}>
          {code}
        </Link>
      ))}
    </p>
  )
}
