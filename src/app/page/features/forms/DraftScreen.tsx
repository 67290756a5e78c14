import { Link } from 'react-router'
import { EntryId } from '#domain/base/ids.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { countNewer } from '#domain/documents/newer-documents.ts'
import { versionStanding } from '#domain/form-versions/publication.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { shell } from '#text/nb/screens/shell.ts'
import type { Core } from '#app/bridge/core.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { DraftForm } from './DraftForm.tsx'
import { type DraftAddress, newDraft } from './new-draft.ts'

/** One form that is being filled in. The draft is read once, because after that this screen is newer than the database. */
export function DraftScreen(address: DraftAddress) {
  const { clock, world } = useServices()
  const opened = useOpened(
    (core) => openDraft(core, address.draftId, newDraft(address, { world, now: clock.now() })),
    [address.draftId],
  )

  if (opened?.kind === 'open') {
    return <DraftForm key={opened.draft.id} {...opened} />
  }
  return (
    <Screen title={words.title} busy={opened === undefined}>
      <Why kind={opened?.kind ?? 'waiting'} />
      <Link className="link" to={paths.write.to()}>
        {words.title}
      </Link>
    </Screen>
  )
}

type WhyNot = 'waiting' | 'unknown' | 'damaged' | 'noForm' | 'newerForm' | 'locked'

function Why({ kind }: { kind: WhyNot }) {
  switch (kind) {
    case 'waiting':
      return <Notice kind="waiting" title={shell.waiting} text={shell.waitingMeaning} />
    case 'unknown':
      return <Notice kind="empty" title={words.unknownDraft} text={words.unknownDraftText} />
    case 'damaged':
      return <Notice kind="failed" title={words.damagedDrafts(1)} text={words.damagedText} />
    case 'noForm':
      return <Notice kind="empty" title={words.unknownForm} text={words.unknownFormText} />
    case 'newerForm':
      return <Notice kind="old" title={words.newerForm} text={words.newerFormText} />
    case 'locked':
      return <Notice kind="locked" title={shell.locked} text={shell.lockedMeaning} />
  }
}

async function openDraft({ vault, reader, queries }: Core, draftId: EntryId, begun: Draft | null) {
  const stored = await vault.drafts.find(draftId)
  if (!stored.ok) return { kind: stored.refusal.kind } as const
  const draft: Draft | null = stored.value?.draft ?? begun
  if (draft === null) return { kind: 'unknown' } as const
  const forms = await reader.listForms()
  const known = forms.kind === 'open' ? forms.value : []
  const form = known.find((one) => formReferenceOf(one) === draft.form)
  if (form === undefined) {
    const isNewer = forms.kind === 'open' && countNewer(forms.newer) > 0
    return { kind: isNewer ? 'newerForm' : 'noForm' } as const
  }
  const patient = draft.patientId === null ? null : await reader.findPatient(draft.patientId)
  const named = draft.patientId === null ? null : await queries.patientsByName([draft.patientId])
  return {
    kind: 'open',
    draft,
    form,
    standing: versionStanding(form, known),
    patient: patient?.kind === 'open' ? patient.value : null,
    former: named?.kind === 'open' ? (named.value[0]?.former ?? null) : null,
    savedAt: stored.value?.savedAt ?? null,
  } as const
}
