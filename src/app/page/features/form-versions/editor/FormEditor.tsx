import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Link, useBlocker, useNavigate } from 'react-router'
import { EntryId } from '#domain/base/ids.ts'
import { storedFormDraft } from '#domain/form-versions/form-draft.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { municipalForms } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { forms } from '#text/nb/screens/forms.ts'
import { DiscardDraft } from '../../../draft-parts/DiscardDraft.tsx'
import { SavedLine } from '../../../draft-parts/SavedLine.tsx'
import { StoreAgain } from '../../../draft-parts/StoreAgain.tsx'
import { paths } from '../../../paths/paths.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Screen } from '../../../ui/Screen.tsx'
import { FormPreview } from '../drafting/FormPreview.tsx'
import { formDraftWriter } from '../drafting/form-draft-writer.ts'
import type { KnownFormDraft } from '../drafting/read-form-drafts.ts'
import { useDraftPlace } from '../drafting/use-begin-draft.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { FormHead } from './FormHead.tsx'
import { FormLimits } from './FormLimits.tsx'
import { PublishForm } from './PublishForm.tsx'
import { QuestionList } from './QuestionList.tsx'
import { Opened } from '../../../ui/focus/Opened.tsx'
import '../drafting/form-versions.css'

/** What a leader changes in a form, beside how the nurses will have it. Every change is stored on the device at once. */
export function FormEditor({ begun }: { begun: KnownFormDraft }) {
  const { device, newId } = useServices()
  const navigate = useNavigate()
  const place = useDraftPlace()
  const [writer] = useState(() =>
    formDraftWriter(begun, {
      save: (...args) => device.core().vault.drafts.save(...args),
      newId: () => EntryId.parse(newId()),
      draftOf: (id, draft) => storedFormDraft(id, draft, place()),
    }),
  )
  const { form, undo, save, isApart } = useSyncExternalStore(writer.subscribe, writer.state)
  const preview = useRef<HTMLDivElement>(null)
  const [isPublishing, setPublishing] = useState(false)
  useEffect(() => device.beforeLock(writer.settled), [device, writer])
  const leaving = useBlocker(() => writer.state().save.kind === 'failed')
  const { before } = begun

  async function end(to: string) {
    writer.hold()
    await writer.settled()
    await device.core().vault.drafts.remove(writer.id())
    await navigate(to, { replace: true })
  }

  return (
    <Screen
      title={form.title.trim() === '' ? municipalForms.untitled : form.title}
      above={
        <Link className="link" to={paths.municipalForms.to()}>
          {municipalForms.back}
        </Link>
      }
      under={before === null ? words.draftOfNew : words.draftOfNext(Number(before) + 1)}
      foot={
        <>
          <SavedLine save={save} savedAt={begun.savedAt} />
          {isApart ? <p role="status">{forms.apart}</p> : null}
          {save.kind === 'failed' ? (
            <StoreAgain onAgain={writer.saveAgain} isLost={save.isLost} leaving={leaving} />
          ) : isPublishing ? null : (
            <Action rank="primary" onPress={() => setPublishing(true)}>
              {words.toPublish}
            </Action>
          )}
        </>
      }
    >
      {isPublishing ? (
        <Opened>
          <PublishForm
            draft={{ form, before }}
            onGoOn={() => setPublishing(false)}
            onIssued={({ name }) => void end(paths.formVersions.to({ formId: name }))}
          />
        </Opened>
      ) : (
        <div className="form-editor">
          <div>
            <button
              type="button"
              className="link form-editor__to-preview"
              onClick={() => preview.current?.focus()}
            >
              {words.toPreview}
            </button>
            <FormHead form={form} onEdit={writer.edit} />
            <GroupHeading text={words.questions} />
            <QuestionList
              form={form}
              onEdit={writer.edit}
              onUndo={undo === null ? null : writer.undo}
            />
            <AddQuestion
              onAdd={(question) => writer.edit({ kind: 'add', after: null, question })}
            />
            <DiscardDraft onDiscard={() => void end(paths.municipalForms.to())} />
          </div>
          <div ref={preview} tabIndex={-1} className="form-editor__preview">
            <FormLimits form={form} />
            <GroupHeading text={words.preview} />
            <p className="form-text">{words.previewText}</p>
            <FormPreview form={form} />
          </div>
        </div>
      )}
    </Screen>
  )
}
