import { Link } from 'react-router'
import { importLists as words } from '#text/nb/screens/import.ts'
import type { SinceList } from '#app/online/api.ts'
import { paths } from '../../paths/paths.ts'

type SinceListLineProps = {
  /** Undefined from a server that does not say. */
  sinceList: SinceList | undefined
  /** Where what the list contradicts is decided, once it is taken in. */
  decides?: boolean
}

/** What a list makes of what staff signed since the one before it; nothing when nobody signed anything. */
export function SinceListLine({ sinceList, decides = false }: SinceListLineProps) {
  if (sinceList === undefined) return null
  const { confirmed, contradicted, left } = sinceList
  if (confirmed + contradicted + left === 0) return null
  return (
    <section aria-label={words.sinceListTitle}>
      <p>
        <strong>{words.sinceList(sinceList)}</strong>
      </p>
      <p>{words.sinceListText}</p>
      {decides && contradicted > 0 ? (
        <Link className="link" to={paths.amendments.to()}>
          {words.decide}
        </Link>
      ) : null}
    </section>
  )
}
