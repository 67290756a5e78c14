import { useState } from 'react'
import type { Amendment } from '#domain/amendments/amendment.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { amendments as words } from '#text/nb/screens/amendments.ts'
import { patient as patientWords } from '#text/nb/screens/patient.ts'
import { revealAmendment } from './reveal-amendment.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import '../../parts/reveal.css'

/** A new door code: shown to roles that have codes, on a press that is logged first. */
export function NewCode({ patient, amendment }: { patient: Patient; amendment: Amendment }) {
  const { device } = useServices()
  const { profile } = useUnlocked()
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  if (!holdsClass(profile.role, 'protected')) {
    return <p className="field__help">{words.codeNotAllowed}</p>
  }

  async function show() {
    setFault(null)
    const revealed = await revealAmendment(device.core(), patient, { kind: 'code', reason: null })
    if (!revealed.ok) {
      setFault(
        revealed.refusal === 'notLogged' ? patientWords.logFailedText : patientWords.codeNotHere,
      )
      return
    }
    const found = revealed.value.find(({ entryId }) => entryId === amendment.entryId)
    setCode(found?.code ?? null)
    if (found?.code === undefined || found.code === null) setFault(patientWords.codeNotHere)
  }

  return (
    <span className="reveal" role="status">
      {code === null ? (
        <button type="button" className="link" onClick={() => void show()}>
          {words.newCode}
        </button>
      ) : (
        <>
          <span className="reveal__code">{code}</span>
          <button type="button" className="link" onClick={() => setCode(null)}>
            {patientWords.hide}
          </button>
          <small>{patientWords.revealed}</small>
        </>
      )}
      {fault === null ? null : <span className="field__fault">{fault}</span>}
    </span>
  )
}
