import { useState } from 'react'
import type { Access, Patient } from '#domain/patient/patient.ts'
import type { AccessCode } from '#domain/patient/protected-details.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { useServices } from '../services/services.ts'
import { revealProtected, type RevealRefusal } from './reveal-protected.ts'
import './reveal.css'

export function codeOfAccess(codes: readonly AccessCode[], id: Access['id']): string | undefined {
  return codes.find(({ opens }) => opens.kind === 'access' && opens.accessId === id)?.code
}

type DoorCodeProps = {
  patient: Patient
  findCode: (codes: readonly AccessCode[]) => string | undefined
  mayReveal: boolean
}

/** One code, shown on a press that is logged first. */
export function DoorCode({ patient, findCode, mayReveal }: DoorCodeProps) {
  const { device } = useServices()
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  async function show() {
    const revealed = await revealProtected(device.core(), patient, { kind: 'code', reason: null })
    if (!revealed.ok) {
      setFault(refusalWords[revealed.refusal])
      return
    }
    const found = findCode(revealed.value.codes)
    setCode(found ?? null)
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

const refusalWords = {
  notHere: words.codeNotHere,
  withheld: words.protectedWithheld,
  notLogged: words.logFailedText,
} satisfies Record<RevealRefusal, string>
