import { useEffect, useState } from 'react'
import { securityEvents as words } from '#text/nb/screens/administration/security-events.ts'
import type { SecurityEventGroup } from '#domain/trust/security-event.ts'
import { capitalized, dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Api, SecurityEvent } from '#app/online/api.ts'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

type Answer = Awaited<ReturnType<Api['listSecurityEvents']>>

type Refusal = Extract<Answer, { ok: false }>['refusal']

/** The events of a group, the newest first, as many pages as were asked for. */
export function SecurityEventPages({
  group,
  onRetry,
}: {
  group: SecurityEventGroup | null
  onRetry: () => void
}) {
  const { api } = useServices()
  const [events, setEvents] = useState<readonly SecurityEvent[]>([])
  const [before, setBefore] = useState<number | null>(null)
  const [state, setState] = useState<'reading' | 'whole' | 'more' | Refusal>('reading')

  useEffect(() => {
    let isWanted = true
    async function read() {
      const given = await api.listSecurityEvents({ group, before })
      if (!isWanted) return
      if (!given.ok) {
        setState(given.refusal)
        return
      }
      setEvents((shown) => [...shown, ...given.value.events])
      setState(given.value.more ? 'more' : 'whole')
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [api, group, before])

  return (
    <>
      {events.length === 0 ? null : <SecurityEventRows events={events} />}
      {state === 'reading' ? (
        <Notice kind="waiting" title={words.waiting} />
      ) : state === 'more' ? (
        <Action
          rank="second"
          onPress={() => {
            setState('reading')
            setBefore(events.at(-1)?.turn ?? null)
          }}
        >
          {words.older}
        </Action>
      ) : state === 'whole' ? (
        events.length === 0 ? (
          <Notice kind="empty" title={words.none} text={words.noneMeaning} />
        ) : null
      ) : (
        <Unread refusal={state} onRetry={onRetry} />
      )}
    </>
  )
}

function Unread({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  return refusal.kind === 'unreachable' ? (
    <>
      <Notice kind="failed" title={words.offline} text={words.offlineMeaning} />
      <Action rank="second" onPress={onRetry}>
        {words.tryAgain}
      </Action>
    </>
  ) : (
    <>
      <Notice kind="failed" title={words.refused} text={refusal.text} />
      <Action rank="second" to={paths.signIn.to({ returnTo: 'more' })}>
        {words.signIn}
      </Action>
    </>
  )
}

function SecurityEventRows({ events }: { events: readonly SecurityEvent[] }) {
  const now = useNow()
  return (
    <Rows label={words.title}>
      {events.map(({ turn, kind, at, employeeName, byName, deviceLabel, address, count }) => {
        const { title, said } = words.kinds[kind]
        const facts = { who: employeeName, by: byName, phone: deviceLabel, address, count }
        return (
          <Row
            key={turn}
            name={title}
            facts={[capitalized(dayAndMomentWords(at, now)), capitalized(said(facts))]}
          />
        )
      })}
    </Rows>
  )
}
