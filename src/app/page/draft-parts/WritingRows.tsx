import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'
import { forms as formWords } from '#text/nb/screens/forms.ts'
import { unsigned as words } from '#text/nb/screens/writing/unsigned.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { formTitle } from '../parts/form-title.ts'
import { paths } from '../paths/paths.ts'
import { GroupHeading } from '../ui/GroupHeading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { draftPath } from './draft-words.ts'
import type { readWriting } from './read-writing.ts'

type WritingRowsProps = {
  writing: Awaited<ReturnType<typeof readWriting>>
  forms: readonly Questionnaire[]
  now: Instant
}

/** What is not signed, then what needs a colleague, then what was written last: each in a list of its own. */
export function WritingRows({ writing, forms, now }: WritingRowsProps) {
  const { drafts, damaged, awaiting, recent, nameOf } = writing
  const titleOf = (form: (typeof drafts)[number]['draft']['form']) => formTitle(form, forms)
  return (
    <>
      {drafts.length === 0 ? null : (
        <>
          <GroupHeading text={words.title} />
          <Rows label={words.title}>
            {drafts.map(({ draft, savedAt }) => (
              <Row
                key={draft.id}
                to={draftPath(draft)}
                name={titleOf(draft.form)}
                facts={[
                  [
                    draft.patientId === null ? words.zoneLog : nameOf(draft.patientId),
                    words.savedAt(dayAndMomentWords(savedAt, now)),
                  ].join(' · '),
                ]}
              />
            ))}
          </Rows>
          <p>{words.meaning}</p>
        </>
      )}
      {damaged === 0 ? null : (
        <Notice
          kind="failed"
          title={formWords.damagedDrafts(damaged)}
          text={formWords.damagedText}
        />
      )}
      {awaiting.length === 0 ? null : (
        <>
          <GroupHeading text={words.awaitsControl} />
          <Rows label={words.awaitsControl}>
            {awaiting.map(({ entryId, patientId, form, eventAt }) => (
              <Row
                key={entryId}
                to={paths.countersign.to({ entryId, patientId: patientId ?? undefined })}
                name={titleOf(form)}
                facts={[
                  [
                    patientId === null ? words.zoneLog : nameOf(patientId),
                    dayAndMomentWords(eventAt, now),
                  ].join(' · '),
                ]}
              />
            ))}
          </Rows>
        </>
      )}
      {recent.length === 0 ? null : (
        <>
          <GroupHeading text={words.recent} />
          <Rows label={words.recent}>
            {recent.map(({ patientId, formId, form }) => (
              <Row
                key={patientId}
                to={paths.startForm.to({ formId, patientId })}
                name={nameOf(patientId)}
                facts={[titleOf(form)]}
              />
            ))}
          </Rows>
        </>
      )}
    </>
  )
}
