import { Link } from 'react-router'
import type { EntryId } from '#domain/base/ids.ts'
import { isFormDraft, openFormDraft } from '#domain/form-versions/form-draft.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { municipalForms } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { shell } from '#text/nb/screens/shell.ts'
import type { Core } from '#app/bridge/core.ts'
import { paths } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FormEditor } from './editor/FormEditor.tsx'

/** A version of a form that is being written. It is read once, because after that the screen is newer than the database. */
export function FormDraftScreen({ draftId }: { draftId: EntryId }) {
  const opened = useOpened((core) => openDraft(core, draftId), [draftId])
  if (opened?.kind === 'open') return <FormEditor key={draftId} begun={opened.draft} />
  return (
    <Screen title={municipalForms.title} busy={opened === undefined}>
      <Why kind={opened?.kind ?? 'waiting'} />
      <Link className="link" to={paths.municipalForms.to()}>
        {municipalForms.back}
      </Link>
    </Screen>
  )
}

function Why({ kind }: { kind: 'waiting' | 'unknown' | 'damaged' | 'locked' }) {
  switch (kind) {
    case 'waiting':
      return <Notice kind="waiting" title={shell.waiting} text={shell.waitingMeaning} />
    case 'unknown':
      return <Notice kind="empty" title={words.unknown} text={words.unknownText} />
    case 'damaged':
      return <Notice kind="failed" title={words.damaged} text={words.damagedText} />
    case 'locked':
      return <Notice kind="locked" title={shell.locked} text={shell.lockedMeaning} />
  }
}

async function openDraft({ vault }: Core, id: EntryId) {
  const stored = await vault.drafts.find(id)
  if (!stored.ok) return { kind: stored.refusal.kind } as const
  if (stored.value === null || !isFormDraft(stored.value.draft)) return { kind: 'unknown' } as const
  const draft = openFormDraft(stored.value.draft)
  if (draft === null) return { kind: 'damaged' } as const
  return { kind: 'open', draft: { ...draft, id, savedAt: stored.value.savedAt } } as const
}
