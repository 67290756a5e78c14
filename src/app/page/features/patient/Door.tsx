import { useState } from 'react'
import { accessOffline } from '#domain/patient/access-offline.ts'
import type { Access, Patient } from '#domain/patient/patient.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { accessKindText, offlineText } from '#text/nb/words/access.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { revealProtected } from './reveal-protected.ts'

/** How to get into the patient's home. Codes are shown one at a time, to roles that have them, and each time is logged. */
export function Door({ patient }: { patient: Patient }) {
  const protectedReading = useOpened(
    (core) => core.reader.findProtected(patient.id, patient.zone),
    [patient.id, patient.zone],
  )
  const mayReveal = protectedReading?.kind === 'open'
  return (
    <>
      <GroupHeading text={words.door} />
      {patient.access.length === 0 ? (
        <p>{words.noAccess}</p>
      ) : (
        <Facts
          facts={patient.access.map((access) => ({
            label: accessKindText[access.kind],
            value: (
              <>
                {wayText(access)}
                {access.hasCode ? (
                  <DoorCode patient={patient} access={access} mayReveal={mayReveal} />
                ) : null}
              </>
            ),
          }))}
        />
      )}
    </>
  )
}

function wayText(access: Access): string {
  const offline = accessOffline(access)
  return offline === null ? access.description : `${access.description} – ${offlineText[offline]}`
}

type DoorCodeProps = { patient: Patient; access: Access; mayReveal: boolean }

function DoorCode({ patient, access, mayReveal }: DoorCodeProps) {
  const { device } = useServices()
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  async function show() {
    const revealed = await revealProtected(device.core(), patient, { kind: 'code', reason: null })
    if (!revealed.ok) {
      setFault(revealed.refusal === 'notHere' ? words.codeNotHere : words.logFailedText)
      return
    }
    const found = revealed.value.codes.find((known) => known.access === access.description)
    setCode(found?.code ?? null)
    setFault(found === undefined ? words.codeNotHere : null)
  }

  if (!mayReveal) return <p className="field__help">{words.codeNotAllowed}</p>
  return (
    <span className="reveal" role="status">
      {code === null ? (
        <button type="button" className="link" onClick={() => void show()}>
          {words.showCode}
        </button>
      ) : (
        <>
          <span className="reveal__code">{code}</span>
          <button type="button" className="link" onClick={() => setCode(null)}>
            {words.hide}
          </button>
          <small>{words.revealed}</small>
        </>
      )}
      {fault === null ? null : <span className="field__fault">{fault}</span>}
    </span>
  )
}
