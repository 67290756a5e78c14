import { localClock } from '#domain/time/instant.ts'
import { formsByUse } from '#domain/forms/municipality/form-marks.ts'
import { formIdOf } from '#domain/forms/form-reference.ts'
import { isAboutPatient, newestActive, type Questionnaire } from '#domain/forms/questionnaire.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { notForRole } from '#text/nb/screens/not-for-role.ts'
import type { Reading } from '#app/bridge/reading.ts'
import type { Core } from '#app/bridge/core.ts'
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
import { FormsToAssess } from './FormsToAssess.tsx'
import { useNow } from '../../services/use-now.ts'

const noUses: ReadonlyMap<string, number> = new Map()

/** What the employee has begun and what she wrote last, then the forms that can be begun. */
export function WriteScreen() {
  const now = useNow()
  const { profile } = useUnlocked()
  const reading = useOpened((core) => core.reader.listForms())
  const writing = useOpened((core) => readWriting(core, now), [localClock(now).on])
  const uses = useOpened(readUses) ?? noUses
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
        <NewForms reading={reading} uses={uses} mayAssess={mayDo(profile.role, 'assessForms')} />
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

type NewFormsProps = {
  reading: Reading<Questionnaire[]> | undefined
  uses: ReadonlyMap<string, number>
  mayAssess: boolean
}

/** The forms that can be begun: those about a patient, and the zone's own logs. What she uses most comes first. */
function NewForms({ reading, uses, mayAssess }: NewFormsProps) {
  return (
    <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
      {(forms, { isWhole }) => {
        const known = newestActive(forms)
        const about = known.filter(isAboutPatient)
        const logs = known.filter((form) => !isAboutPatient(form))
        return forms.length === 0 ? (
          isWhole && <Notice kind="empty" title={words.none} text={words.noneText} />
        ) : (
          <>
            <FormRows title={words.aboutPatients} forms={formsByUse(about, uses)} />
            <FormRows title={words.logs} forms={formsByUse(logs, uses)} />
            {mayAssess ? <FormsToAssess forms={forms} /> : null}
          </>
        )
      }}
    </OpenReading>
  )
}

function FormRows({ title, forms }: { title: string; forms: readonly Questionnaire[] }) {
  if (forms.length === 0) return null
  return (
    <>
      <GroupHeading text={title} />
      <Rows label={title}>
        {forms.map((form) => (
          <Row
            key={form.name}
            to={paths.startForm.to({ formId: form.name })}
            name={form.title}
            facts={[isAboutPatient(form) ? words.aboutPatient : words.ownZone]}
          />
        ))}
      </Rows>
    </>
  )
}

/** How often she has signed each form, of what is still on the phone. */
async function readUses({ vault }: Core): Promise<ReadonlyMap<string, number>> {
  const own = await vault.entries.listOwn()
  const uses = new Map<string, number>()
  for (const { form } of own.ok ? own.value : []) {
    const name = formIdOf(form)
    uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  return uses
}
