import { useState } from 'react'
import { Link } from 'react-router'
import { EntryId, type PatientId } from '#domain/base/ids.ts'
import { amendmentForm } from '#domain/amendments/amendment.ts'
import { Coding } from '#domain/forms/answer-values.ts'
import { findActiveForm, type Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { amendments as words } from '#text/nb/screens/amendments.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { patient as patientWords } from '#text/nb/screens/patient.ts'
import { lookupName } from '#text/nb/words/name.ts'
import type { Core } from '#app/bridge/core.ts'
import { mapReading, withNeeded } from '#app/bridge/reading.ts'
import { GoTo } from '../../parts/GoTo.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { amendmentDraft } from './amendment-draft.ts'
import { ChooseMedicine } from './ChooseMedicine.tsx'
import { Opened } from '../../ui/focus/Opened.tsx'
import '../../amendment-parts/amendments.css'

const ofMedicine = ['dose', 'stopped']

/** What has changed, chosen with one or two presses; the form begins with that answered. */
export function AmendScreen({ patientId }: { patientId: PatientId }) {
  const reading = useOpened((core) => readGround(core, patientId), [patientId])
  const found = reading?.kind === 'open' ? reading.value : null
  return (
    <Screen
      kind="reading"
      title={words.amend}
      busy={reading === undefined}
      above={
        found === null ? undefined : (
          <Link className="link" to={paths.patient.to({ patientId })}>
            {lookupName(found.patient.name)}
          </Link>
        )
      }
    >
      <OpenReading
        reading={reading}
        none={{ title: lists.nothingHere, text: lists.nothingHereText }}
      >
        {(value, { isWhole }) =>
          value === null ? (
            isWhole && (
              <Notice kind="empty" title={patientWords.unknown} text={patientWords.unknownText} />
            )
          ) : value.form === null ? (
            <Notice kind="empty" title={words.noForm} text={words.noFormText} />
          ) : (
            <Amend form={value.form} patient={value.patient} />
          )
        }
      </OpenReading>
    </Screen>
  )
}

/** The first question of the form; with the medicine that it is about, if it is about one. */
function Amend({ form, patient }: { form: Questionnaire; patient: Patient }) {
  const { device, clock, newId, world } = useServices()
  const [kind, setKind] = useState<Coding | null>(null)
  const [fault, setFault] = useState(false)
  const [begun, setBegun] = useState<EntryId | null>(null)
  const [id] = useState(() => EntryId.parse(newId()))
  if (begun !== null) return <GoTo path={paths.draft.to({ draftId: begun })} />

  async function begin(chosen: Coding, medicine: string | null) {
    setFault(false)
    const at = { id, startedAt: clock.now(), world }
    const draft = amendmentDraft({ form, patient, kind: chosen, medicine }, at)
    const saved = await device.core().vault.drafts.save(draft)
    if (saved.ok) setBegun(id)
    else setFault(true)
  }

  if (kind !== null) {
    return (
      <>
        {fault ? <Notice kind="failed" title={words.notStored} /> : null}
        <Opened>
          <ChooseMedicine
            patient={patient}
            onChoose={(medicine) => void begin(kind, medicine)}
            onBack={() => setKind(null)}
          />
        </Opened>
      </>
    )
  }
  return (
    <>
      {fault ? <Notice kind="failed" title={words.notStored} /> : null}
      <p>{words.whatChanged}</p>
      <div className="stack amend">
        {kindsOf(form).map((coding) => (
          <Action
            key={coding.code}
            rank="second"
            onPress={() =>
              ofMedicine.includes(coding.code) ? setKind(coding) : void begin(coding, null)
            }
          >
            {coding.display ?? coding.code}
          </Action>
        ))}
      </div>
    </>
  )
}

/** As the form offers them; that there was no change is said only of an earlier entry. */
function kindsOf({ item }: Questionnaire): Coding[] {
  const question = item.find(({ linkId }) => linkId === 'kind')
  return (question?.answerOption ?? [])
    .flatMap(({ valueCoding }) => {
      const coding = Coding.safeParse(valueCoding)
      return coding.success ? [coding.data] : []
    })
    .filter(({ code }) => code !== 'withdrawn')
}

async function readGround({ reader }: Core, patientId: PatientId) {
  const [patient, forms] = await Promise.all([reader.findPatient(patientId), reader.listForms()])
  return mapReading(withNeeded(patient, forms), ({ value, needed }) =>
    value === null ? null : { patient: value, form: findActiveForm(amendmentForm, needed) },
  )
}
