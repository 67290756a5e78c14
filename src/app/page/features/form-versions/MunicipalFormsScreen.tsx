import { countQuestions } from '#domain/form-versions/form-difference.ts'
import { emptyFormDraft } from '#domain/form-versions/form-draft.ts'
import { type IssuedForm, issuedForms } from '#domain/form-versions/issued-forms.ts'
import { isAboutPatient } from '#domain/forms/questionnaire.ts'
import { municipalForms as words } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FormFileField } from './FormFileField.tsx'
import { issuedWords } from './issued-words.ts'
import { type KnownFormDraft, readFormDrafts } from './drafting/read-form-drafts.ts'
import { useBeginDraft } from './drafting/use-begin-draft.ts'

/** The municipality's forms, for the leader who keeps them: what is issued, what lies begun, and how one more is made. */
export function MunicipalFormsScreen() {
  const reading = useOpened((core) => core.reader.listForms())
  const drafts = useOpened(readFormDrafts)
  const begin = useBeginDraft()
  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      {drafts === undefined ? null : <Drafts {...drafts} />}
      <div className="form-actions">
        <Action rank="second" onPress={() => void begin(emptyFormDraft(''))}>
          {words.add}
        </Action>
        <FormFileField />
      </div>
      <GroupHeading text={words.forms} />
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {(forms) => (
          <Rows label={words.forms}>
            {issuedForms(forms).map((issued) => (
              <IssuedRow key={issued.name} issued={issued} drafts={drafts?.drafts ?? []} />
            ))}
          </Rows>
        )}
      </OpenReading>
    </Screen>
  )
}

function Drafts({ drafts, damaged }: { drafts: readonly KnownFormDraft[]; damaged: number }) {
  const now = useNow()
  if (drafts.length + damaged === 0) return null
  return (
    <>
      <GroupHeading text={words.drafts} />
      {damaged === 0 ? null : (
        <Notice kind="failed" title={words.damagedDrafts(damaged)} text={words.damagedText} />
      )}
      <p className="form-text">{words.draftsText}</p>
      <Rows label={words.drafts}>
        {drafts.map(({ id, form, before, savedAt }) => (
          <Row
            key={id}
            to={paths.formDraft.to({ draftId: id })}
            name={form.title.trim() === '' ? words.untitled : form.title}
            facts={[
              before === null ? words.draftOfNew : words.draftOfNext(Number(before) + 1),
              momentWords(savedAt, now),
            ]}
          />
        ))}
      </Rows>
    </>
  )
}

type IssuedRowProps = { issued: IssuedForm; drafts: readonly KnownFormDraft[] }

function IssuedRow({ issued: { name, newest, use }, drafts }: IssuedRowProps) {
  const now = useNow()
  const draft = drafts.find(({ form, before }) => before !== null && form.name === name)
  return (
    <Row
      to={paths.formVersions.to({ formId: name })}
      name={newest.title}
      facts={[
        `${words.version(newest.version)} · ${issuedWords(newest, now)}`,
        [
          words.about[isAboutPatient(newest) ? 'patient' : 'zone'],
          words.questions(countQuestions(newest)),
        ].join(' · '),
        ...(draft?.before === undefined || draft.before === null
          ? []
          : [words.draftOfNext(Number(draft.before) + 1)]),
      ]}
      {...(use === 'inUse' ? {} : { strong: words.use[use] })}
    />
  )
}
