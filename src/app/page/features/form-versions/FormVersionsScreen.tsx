import { Link } from 'react-router'
import { findAppNeed, mayBeChanged, mayBeTakenOutOfUse } from '#domain/form-versions/app-forms.ts'
import { copyDraft, nextVersionDraft } from '#domain/form-versions/form-draft.ts'
import { formDifferences } from '#domain/form-versions/form-difference.ts'
import { type IssuedForm, issuedForms } from '#domain/form-versions/issued-forms.ts'
import { useDecisionOf } from '#domain/form-versions/publication.ts'
import type { FormId } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { differenceText } from '#text/nb/screens/form-versions/form-difference.ts'
import { municipalForms as words } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FormPreview } from './drafting/FormPreview.tsx'
import { FormUse } from './FormUse.tsx'
import { issuedWords } from './issued-words.ts'
import { readFormDrafts } from './drafting/read-form-drafts.ts'
import { useBeginDraft } from './drafting/use-begin-draft.ts'
import './drafting/form-versions.css'

/** One form: every version that was ever issued of it, and what a leader can do with it. */
export function FormVersionsScreen({ formId }: { formId: FormId }) {
  const reading = useOpened((core) => core.reader.listForms())
  const issued =
    reading?.kind === 'open'
      ? issuedForms(reading.value).find(({ name }) => name === formId)
      : undefined
  return (
    <Screen
      kind="reading"
      title={issued?.newest.title ?? words.title}
      above={
        <Link className="link" to={paths.municipalForms.to()}>
          {words.back}
        </Link>
      }
      busy={reading === undefined}
    >
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {(_forms, { isWhole }) =>
          issued === undefined ? (
            isWhole && <Notice kind="empty" title={words.unknown} text={words.unknownText} />
          ) : (
            <>
              <FormState issued={issued} />
              <FormActions issued={issued} />
              <History versions={issued.versions} />
            </>
          )
        }
      </OpenReading>
    </Screen>
  )
}

function FormState({ issued: { name, newest, use } }: { issued: IssuedForm }) {
  const now = useNow()
  const decided = useDecisionOf(newest)
  const need = findAppNeed(name)
  return (
    <>
      <p>
        <strong>{words.use[use]}</strong>
        {decided === null
          ? null
          : ` – ${words.usedBy(decided.by, dayAndMomentWords(decided.at, now))}`}
      </p>
      {need === null ? null : (
        <p className="form-not-shown">{need === 'read' ? words.appReads : words.appOpens}</p>
      )}
    </>
  )
}

function FormActions({ issued: { name, newest, use } }: { issued: IssuedForm }) {
  const begin = useBeginDraft()
  const known = useOpened(readFormDrafts)
  const draft = known?.drafts.find(({ form, before }) => before !== null && form.name === name)
  return (
    <div className="stack">
      {draft === undefined ? (
        mayBeChanged(name) && (
          <Action rank="main" onPress={() => void begin(nextVersionDraft(newest))}>
            {words.change}
          </Action>
        )
      ) : (
        <Action rank="main" to={paths.formDraft.to({ draftId: draft.id })}>
          {words.resume}
        </Action>
      )}
      <Action
        rank="second"
        onPress={() => void begin(copyDraft(newest, words.copyTitle(newest.title)))}
      >
        {words.copy}
      </Action>
      {use === 'toBeAssessed' || !mayBeTakenOutOfUse(name) ? null : (
        <FormUse form={name} newest={newest} isInUse={use === 'inUse'} />
      )}
    </div>
  )
}

function History({ versions }: { versions: readonly Questionnaire[] }) {
  const now = useNow()
  return (
    <>
      <GroupHeading text={words.history} />
      <p className="form-text">{words.historyText}</p>
      {versions.map((form, at) => (
        <section
          key={form.version}
          className="form-version"
          aria-label={words.version(form.version)}
        >
          <h3>
            {words.version(form.version)}
            {at === 0 ? `, ${words.newest}` : null}
          </h3>
          <p>{issuedWords(form, now)}</p>
          <Differences before={versions[at + 1]} after={form} />
          <details>
            <summary>{words.show(form.version)}</summary>
            <FormPreview form={form} />
          </details>
        </section>
      ))}
    </>
  )
}

function Differences({
  before,
  after,
}: {
  before: Questionnaire | undefined
  after: Questionnaire
}) {
  if (before === undefined) return <p className="form-text">{words.first}</p>
  const differences = formDifferences(before, after)
  if (differences.length === 0) return <p className="form-text">{words.same}</p>
  return (
    <ul className="form-differences">
      {differences.map((difference, at) => (
        <li key={at}>{differenceText(difference)}</li>
      ))}
    </ul>
  )
}
