import { useState } from 'react'
import { addressShown } from '#domain/patient/address-shown.ts'
import type { FormId } from '#domain/forms/form-reference.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { addressText } from '#text/nb/words/address.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { RegisterPatient } from '../../new-patient-parts/RegisterPatient.tsx'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { TextField } from '../../ui/TextField.tsx'

const atOnce = 20

/** Lets the employee choose the patient of a form, with the same search as under «Lister». */
export function ChoosePatient({ formId }: { formId: FormId }) {
  const [text, setText] = useState('')
  const [shown, setShown] = useState(atOnce)
  const hits = useOpened((core) => core.queries.searchPatients(text, null), [text])
  return (
    <>
      <TextField
        label={words.choosePatient}
        kind="search"
        help={lists.search}
        onType={(typed) => {
          setText(typed)
          setShown(atOnce)
        }}
      />
      <p />
      {text.trim() === '' ? null : (
        <OpenReading
          reading={hits}
          none={{ title: lists.nothingHere, text: lists.nothingHereText }}
        >
          {(patients) =>
            patients.length === 0 && isWithheld(hits) ? (
              <Notice kind="failed" title={trust.noHits(text)} text={trust.noHitsText} />
            ) : patients.length === 0 ? (
              <>
                <Notice kind="empty" title={lists.noHits(text)} text={lists.noHitsText} />
                <RegisterPatient />
              </>
            ) : (
              <>
                <Rows label={words.searchPatient}>
                  {patients.slice(0, shown).map((patient) => (
                    <Row
                      key={patient.id}
                      to={paths.startForm.to({ formId, patientId: patient.id })}
                      name={lookupName(patient.name)}
                      facts={[addressText(addressShown(patient))]}
                    />
                  ))}
                </Rows>
                {patients.length > shown ? (
                  <Action rank="second" onPress={() => setShown(patients.length)}>
                    {lists.more(patients.length - shown)}
                  </Action>
                ) : null}
              </>
            )
          }
        </OpenReading>
      )}
    </>
  )
}
