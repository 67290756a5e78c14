import { useState } from 'react'
import type { EnrolledEmployee } from '#domain/vault/vault-status.ts'
import type { SecondSignature } from '#domain/vault/second-signer.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { countersign as words } from '#text/nb/screens/writing/countersign.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CodeSheet } from './CodeSheet.tsx'

type ColleagueSignsProps = { note: WrittenNote; signature: () => SecondSignature }

/** Whom the phone is handed to; whoever wrote the note, or has the phone open, is not among them. */
export function ColleagueSigns({ note, signature }: ColleagueSignsProps) {
  const { employeeId: me, profile } = useUnlocked()
  const [chosenId, choose] = useState<EnrolledEmployee['employeeId'] | null>(null)
  const status = useOpened((core) => core.vault.status())
  const others = (status?.employees ?? []).filter(
    ({ employeeId }) => employeeId !== me && employeeId !== note.author.employeeId,
  )
  const chosen = others.find(({ employeeId }) => employeeId === chosenId)

  if (status === undefined) return null
  if (others.length === 0) return <Notice kind="empty" title={words.nobodyHere} />
  if (chosen !== undefined) {
    return <CodeSheet colleague={chosen} signature={signature} onOther={() => choose(null)} />
  }
  return (
    <section aria-label={words.whoControls}>
      <GroupHeading text={words.whoControls} />
      <p>{words.whoControlsHelp(profile.author.name)}</p>
      <div className="stack">
        {others.map(({ employeeId, name }) => (
          <Action key={employeeId} rank="second" onPress={() => choose(employeeId)}>
            {name ?? unlock.nameless}
          </Action>
        ))}
      </div>
    </section>
  )
}
