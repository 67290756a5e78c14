import { useEffect, useState } from 'react'
import { now as words } from '#text/nb/screens/now.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Api } from '#app/online/api.ts'
import { paths } from '../../../paths/paths.ts'
import { useNow } from '../../../services/use-now.ts'
import { useServices } from '../../../services/services.ts'
import { Row } from '../../../ui/Rows.tsx'

type Answer = Awaited<ReturnType<Api['listAlarms']>>

/** First among what is the administrator's: what the server has reacted to, and when last. */
export function ServerAlarms() {
  const { api } = useServices()
  const now = useNow()
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let isGone = false
    void api.listAlarms().then((given) => (isGone ? undefined : setAnswer(given)))
    return () => {
      isGone = true
    }
  }, [api])
  const alarms = answer?.ok === true ? answer.value.alarms : []
  const last = alarms
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  return (
    <Row
      to={paths.alarms.to()}
      name={words.alarms}
      facts={[
        answer === null
          ? words.alarmsAsked
          : answer.ok && last === undefined
            ? words.noAlarms
            : last === undefined
              ? words.alarmsOffline
              : words.alarmsSince(alarms.length, dayAndMomentWords(last, now)),
      ]}
      {...(last === undefined ? {} : { strong: words.lookAtAlarms })}
    />
  )
}
