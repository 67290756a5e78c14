import { useState } from 'react'
import { type HeldDecision, type HeldEntry, rejectionReason } from '#app/online/api.ts'
import type { Instant } from '#domain/time/instant.ts'
import { review as words } from '#text/nb/screens/review.ts'
import { heldReasonText } from '#text/nb/words/note-mark.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { NoteView } from '../../parts/NoteView.tsx'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Form } from '../../ui/Form.tsx'
import { formText } from '../../ui/form-text.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { ReviewNames } from './use-review-names.ts'
import { Opened } from '../../ui/focus/Opened.tsx'

type ReviewEntryProps = {
  entry: HeldEntry
  names: ReviewNames
  now: Instant
  onDecided: () => void
}

/** One note with what it says, why it is here, and what the leader may do with it. */
export function ReviewEntry({ entry, names, now, onDecided }: ReviewEntryProps) {
  const { api } = useServices()
  const [isDeciding, setDeciding] = useState(false)
  const [isRejecting, setRejecting] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { note } = entry
  const { title, patient, zone } = names(note)

  async function decide(decision: HeldDecision) {
    setFault(null)
    setDeciding(true)
    const answer = await api.decideHeldEntry({ entryId: note.entryId, decision })
    setDeciding(false)
    if (answer.ok) onDecided()
    else {
      const { refusal } = answer
      setFault(refusal.kind === 'unreachable' ? words.unanswered : refusal.text)
    }
  }

  function reject(form: FormData) {
    const reason = formText(form, 'reason').trim()
    setMissing(reason.length < rejectionReason.min)
    if (reason.length >= rejectionReason.min) void decide({ kind: 'rejected', reason })
  }

  return (
    <NoteView
      title={`${title} · ${patient}`}
      note={note}
      marks={note.marks}
      now={now}
      more={[zone, words.receivedAt(momentWords(note.receivedAt, now))]}
    >
      {entry.kind === 'held' ? (
        <p>
          <strong>{words.why}:</strong> {heldReasonText(entry.reason)}
        </p>
      ) : null}
      {isRejecting ? (
        <Opened>
          <Form submit={words.rejectNow} isBusy={isDeciding} fault={fault} onSubmit={reject}>
            <TextField
              label={words.reason}
              isRequired
              fault={isMissing ? words.reasonMissing : undefined}
              help={words.reasonHelp}
              kind="long"
              name="reason"
              maxLength={rejectionReason.max}
            />
            <Action rank="second" onPress={() => setRejecting(false)}>
              {words.cancel}
            </Action>
          </Form>
        </Opened>
      ) : (
        <>
          {fault === null ? null : (
            <p role="alert" className="field__fault">
              {fault}
            </p>
          )}
          {entry.kind === 'marked' ? (
            <Action
              rank="second"
              isBusy={isDeciding}
              isDisabled={isDeciding}
              onPress={() => void decide({ kind: 'seen' })}
            >
              {words.seen}
            </Action>
          ) : (
            <>
              <Action
                isBusy={isDeciding}
                isDisabled={isDeciding}
                onPress={() => void decide({ kind: 'taken' })}
              >
                {isDeciding ? words.deciding : words.take}
              </Action>
              <Action rank="second" isDisabled={isDeciding} onPress={() => setRejecting(true)}>
                {words.reject}
              </Action>
            </>
          )}
        </>
      )}
    </NoteView>
  )
}
