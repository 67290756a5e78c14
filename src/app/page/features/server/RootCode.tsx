import type { KeyId } from '#domain/base/ids.ts'
import { groupsOf, rootCodeOf } from '#domain/trust/root-code.ts'

/** The code in large groups, to be compared at arm's length. A screen reader gets it letter by letter. */
export function RootCode({ root }: { root: KeyId }) {
  const groups = groupsOf(rootCodeOf(root))
  return (
    <p className="root-code">
      <span className="visually-hidden">
        {groups.map((group) => Array.from(group).join(' ')).join(', ')}
      </span>
      {groups.map((group, at) => (
        <span key={at} className="root-code__group" aria-hidden>
          {group}
        </span>
      ))}
    </p>
  )
}
