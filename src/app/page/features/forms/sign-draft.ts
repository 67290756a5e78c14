import type { Author } from '#domain/base/author.ts'
import type { Instant } from '#domain/time/instant.ts'
import { findEventAt } from '#domain/forms/questionnaire-check.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import type { Core } from '#app/bridge/core.ts'

type Signing = { form: Questionnaire; answers: Answers; author: Author; now: Instant }

/** Makes the draft an entry: sealed, signed, numbered and queued. If that fails, the draft stays as it was. */
export async function signDraft(
  { vault }: Core,
  { id, form: name, zone, world, patientId, corrects }: Draft,
  { form, answers, author, now }: Signing,
): Promise<Result<null, string>> {
  const response = responseOf(form, answers, corrects === null ? 'completed' : 'amended')
  const added = await vault.entries.add({
    entryId: id,
    content: {
      kind: 'form',
      author,
      patientId,
      eventAt: findEventAt(response) ?? now,
      writtenAt: now,
      corrects,
      response,
    },
    form: name,
    zone,
    incident: null,
    world,
  })
  if (added.ok) return accepted(null)
  switch (added.refusal.kind) {
    // Another tab has signed the same draft, so the entry is stored.
    case 'alreadySigned':
      return accepted(null)
    case 'tooLarge':
      return refused(words.entryTooLarge)
    case 'locked':
    case 'notTheAuthor':
      return refused(words.lockedMeanwhile)
  }
}
