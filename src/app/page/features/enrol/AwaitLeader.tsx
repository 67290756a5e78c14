import { useEffect, useEffectEvent, useState } from 'react'
import { deviceRequestCode } from '#domain/base/device-request-code.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useServices } from '../../services/services.ts'
import { useNow } from '../../services/use-now.ts'
import { Action } from '../../ui/Action.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type AwaitingApproval, askAgain, type EnrolRefusal } from './enrol-employee.ts'

const askEveryMilliseconds = 15_000

type AwaitLeaderProps = {
  awaited: AwaitingApproval
  /** Which form it is above: one that makes a code, or the one that keeps hers. */
  form: 'makeCode' | 'again'
  /** The employee is unlocked. Without it, the screen above sees that by itself. */
  onEnrolled?: () => void
  /** Back to the fields, with what is to be said there. */
  onBack: (refusal: Exclude<EnrolRefusal, AwaitingApproval> | null) => void
}

/** The phone waits for a leader, who compares what stands here with her list. Approved, it goes on by itself. */
export function AwaitLeader({ awaited, form, onEnrolled, onBack }: AwaitLeaderProps) {
  const services = useServices()
  const now = useNow()
  const [{ label, waiting }, setAwaited] = useState(awaited)
  const [asking, setAsking] = useState<'no' | 'quietly' | 'aloud'>('no')
  const [fault, setFault] = useState<string | null>(null)
  const [isRejected, setRejected] = useState(false)

  async function ask(how: 'quietly' | 'aloud') {
    if (isRejected) return
    if (asking === 'no' || how === 'aloud') setAsking(how)
    // One at a time: of two, the second could find the approval used before it knows the keys.
    if (asking !== 'no') return
    const answer = await askAgain(services)
    setAsking('no')
    if (answer.ok) return onEnrolled?.()
    const { refusal } = answer
    if (refusal.kind === 'server') return setFault(refusal.text ?? enrol.awaitingOffline)
    setFault(null)
    if (refusal.kind === 'awaitingApproval') setAwaited(refusal)
    else if (refusal.kind === 'deviceRejected') setRejected(true)
    else onBack(refusal)
  }

  const askQuietly = useEffectEvent(() => void ask('quietly'))
  useEffect(() => {
    const timer = setInterval(() => askQuietly(), askEveryMilliseconds)
    return () => clearInterval(timer)
  }, [])

  if (isRejected) {
    return (
      <Notice kind="failed" title={enrol.rejected} text={enrol.rejectedWhatToDo[form]}>
        <Action rank="primary" onPress={() => onBack(null)}>
          {enrol.backToCode}
        </Action>
      </Notice>
    )
  }
  return (
    <>
      <Notice kind="waiting" title={enrol.awaiting} text={enrol.awaitingText} />
      <Facts
        facts={[
          { label: enrol.awaitedLabel, value: label },
          { label: enrol.awaitedSince, value: dayAndMomentWords(waiting.requestedAt, now) },
          { label: enrol.awaitedCode, value: deviceRequestCode(waiting.id) },
        ]}
      />
      <p>{enrol.keepOpen[form]}</p>
      <p role="alert" className="field__fault">
        {fault}
      </p>
      <Action
        rank="primary"
        isBusy={asking === 'aloud'}
        isDisabled={asking === 'aloud'}
        onPress={() => void ask('aloud')}
      >
        {asking === 'aloud' ? enrol.asking : enrol.tryAgain}
      </Action>
    </>
  )
}
