import { useEffect, useState } from 'react'
import { alarms as words } from '#text/nb/screens/alarms.ts'
import { streamsText } from '#text/nb/words/stream.ts'
import { capitalized, dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Alarm, Api } from '#app/online/api.ts'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'

type Answer = Awaited<ReturnType<Api['listAlarms']>>

/** What the server has reacted to, and what the administrator does about each. It is read from the server alone. */
export function AlarmsScreen() {
  const [tries, setTries] = useState(0)
  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      <AlarmsOfServer key={tries} onRetry={() => setTries(tries + 1)} />
    </Screen>
  )
}

function AlarmsOfServer({ onRetry }: { onRetry: () => void }) {
  const { api } = useServices()
  const [answer, setAnswer] = useState<Answer | null>(null)

  useEffect(() => {
    let isWanted = true
    async function read() {
      const given = await api.listAlarms()
      if (isWanted) setAnswer(given)
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [api])

  if (answer === null) return <Notice kind="waiting" title={words.waiting} />
  if (answer.ok) return <AlarmRows alarms={answer.value.alarms} />
  return answer.refusal.kind === 'unreachable' ? (
    <>
      <Notice kind="failed" title={words.offline} text={words.offlineMeaning} />
      <Action rank="second" onPress={onRetry}>
        {words.tryAgain}
      </Action>
    </>
  ) : (
    <>
      <Notice kind="failed" title={words.refused} text={answer.refusal.text} />
      <Action rank="second" to={paths.signIn.to({ returnTo: 'more' })}>
        {words.signIn}
      </Action>
    </>
  )
}

function AlarmRows({ alarms }: { alarms: readonly Alarm[] }) {
  const now = useNow()
  const { zones } = useUnlocked().profile
  if (alarms.length === 0) {
    return <Notice kind="empty" title={words.none} text={words.noneMeaning} />
  }
  return (
    <Rows label={words.title}>
      {alarms.map(({ id, kind, at, stream, deviceLabel, employeeName }) => {
        const { title, happened, todo } = words.kinds[kind]
        const what = stream === null ? null : streamsText([stream], zones)
        return (
          <Row
            key={id}
            name={title}
            facts={[
              capitalized(dayAndMomentWords(at, now)),
              capitalized(
                happened({
                  what,
                  who: employeeName,
                  phone: deviceLabel,
                }),
              ),
              <>
                <strong>{words.todo}:</strong> {todo}
              </>,
            ]}
          />
        )
      })}
    </Rows>
  )
}
