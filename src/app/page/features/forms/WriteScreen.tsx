import { findActiveForm, type Questionnaire } from '#domain/forms/questionnaire.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { notForRole } from '#text/nb/screens/not-for-role.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { readWriting } from '../../draft-parts/read-writing.ts'
import { WritingRows } from '../../draft-parts/WritingRows.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useNow } from '../../services/use-now.ts'
import { isAboutPatient } from './form-subject.ts'

/** What the employee has begun and what she wrote last, then the forms that can be begun. */
export function WriteScreen() {
  const now = useNow()
  const { profile } = useUnlocked()
  const reading = useOpened((core) => core.reader.listForms())
  const writing = useOpened(readWriting)
  return (
    <Screen title={words.title}>
      {writing === undefined ? null : (
        <WritingRows
          writing={writing}
          forms={reading?.kind === 'open' ? reading.value : []}
          now={now}
        />
      )}
      {mayDo(profile.role, 'writeNotes') ? (
        <NewForms reading={reading} />
      ) : (
        <Notice
          kind="empty"
          title={notForRole.duties.writeNotes.title}
          text={notForRole.duties.writeNotes.text}
        />
      )}
    </Screen>
  )
}

/** The forms that can be begun. */
function NewForms({ reading }: { reading: Reading<Questionnaire[]> | undefined }) {
  return (
    <>
      <GroupHeading text={words.new} />
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {(forms, { isWhole }) =>
          forms.length === 0 ? (
            isWhole && <Notice kind="empty" title={words.none} text={words.noneText} />
          ) : (
            <Rows label={words.new}>
              {forms
                .filter((form) => findActiveForm(form.name, forms) === form)
                .map((form) => (
                  <Row
                    key={form.name}
                    to={paths.startForm.to({ formId: form.name })}
                    name={form.title}
                    facts={[isAboutPatient(form) ? words.aboutPatient : words.ownZone]}
                  />
                ))}
            </Rows>
          )
        }
      </OpenReading>
    </>
  )
}
