import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { EnrolledEmployee, VaultStatus } from '#domain/vault/vault-status.ts'
import type { UnlockRefusal } from '#domain/vault/unlocking.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useServices } from '../../services/services.ts'
import { useNowToTheSecond } from '../../services/use-now.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChooseEmployee } from './ChooseEmployee.tsx'
import { DataAge } from './DataAge.tsx'
import { DigitCode } from '../../code-parts/DigitCode.tsx'
import { minutesToWait, refusalWords, waitWords } from '../../code-parts/refusal-words.ts'
import { WordCode } from '../../code-parts/WordCode.tsx'
import { takeEarlyCode } from '../../services/remembered/early-code.ts'
import { lastEmployee } from '../../services/remembered/last-employee.ts'
import { Opened } from '../../ui/focus/Opened.tsx'
import './unlock.css'

/** Unlocks the phone's own data. It sends nothing to the server, and shows no patient's name. */
export function UnlockScreen({ status }: { status: VaultStatus }) {
  const { device } = useServices()
  const navigate = useNavigate()
  const now = useNowToTheSecond()
  const [chosenId, choose] = useState(status.lastUnlocked)
  const [isChoosing, setChoosing] = useState(status.lastUnlocked === 'handedOver')
  const [writes, setWrites] = useState<'digits' | 'words'>('digits')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<UnlockRefusal | null>(null)
  const { employees } = status
  // If only one is enrolled, she need not choose.
  const chosen =
    employees.find(({ employeeId }) => employeeId === chosenId) ??
    (employees.length === 1 ? employees[0] : undefined)

  async function open(employee: EnrolledEmployee, code: string) {
    setBusy(true)
    const answer = await device.unlock(employee.employeeId, code)
    setBusy(false)
    if (!answer.ok) {
      setRefusal(answer.refusal)
      return
    }
    lastEmployee.keep(employee.employeeId)
    device.changed(employee.employeeId)
  }

  if (chosen === undefined || isChoosing) {
    return (
      <ChooseEmployee
        employees={employees}
        status={status}
        onChoose={(id) => {
          choose(id)
          setChoosing(false)
          setRefusal(null)
          // Another employee begins at the front page, not on her colleague's screen.
          if (id !== chosenId) void navigate(paths.now.to(), { replace: true })
        }}
      />
    )
  }

  const waitMinutes = minutesToWait(chosen, refusal, now)
  const isErased = chosen.erased || refusal?.kind === 'erased'
  return (
    <Screen
      kind="plain"
      title={chosen.name ?? unlock.nameless}
      titleInHistory={unlock.title}
      above={status.device?.label}
    >
      <div className="unlock">
        <button type="button" className="link" onClick={() => setChoosing(true)}>
          {unlock.switchEmployee}
        </button>
        {chosen.closedAt !== null ? (
          <>
            <Notice
              kind="locked"
              title={unlock.closed(dayAndMomentWords(chosen.closedAt, now))}
              text={unlock.closedMeaning}
            />
            <Action rank="second" to={paths.signIn.to({})}>
              {unlock.signInAgain}
            </Action>
          </>
        ) : isErased ? (
          <>
            <Notice kind="locked" title={unlock.erased} text={unlock.erasedMeaning} />
            <Action to={paths.signIn.to({})}>{unlock.makeNewCode}</Action>
          </>
        ) : refusal?.kind === 'keysAltered' ? (
          <>
            <Notice kind="locked" title={unlock.altered} text={unlock.alteredMeaning} />
            <Action to={paths.signIn.to({})}>{unlock.makeNewCode}</Action>
          </>
        ) : (
          <>
            <p className="code-entry__refusal" role="alert">
              {refusalWords(chosen, refusal)}
            </p>
            <p className="code-entry__refusal" role="timer">
              {waitWords(waitMinutes)}
            </p>
            {writes === 'digits' ? (
              <DigitCode
                isDisabled={isBusy || waitMinutes > 0}
                isBusy={isBusy}
                isShort={chosen.hasShortCode}
                action={unlock.open}
                busyText={unlock.opening}
                takeEarly={takeEarlyCode}
                onWords={() => setWrites('words')}
                onCode={(code) => void open(chosen, code)}
              />
            ) : (
              <Opened>
                <WordCode
                  isDisabled={isBusy || waitMinutes > 0}
                  action={unlock.open}
                  onDigits={() => setWrites('digits')}
                  onCode={(code) => void open(chosen, code)}
                />
              </Opened>
            )}
          </>
        )}
        <DataAge status={status} of={[chosen]} />
      </div>
    </Screen>
  )
}
