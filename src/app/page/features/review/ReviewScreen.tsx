import { useCallback, useEffect, useState } from 'react'
import type { Api, HeldEntry } from '#app/online/api.ts'
import { review as words } from '#text/nb/screens/review.ts'
import { useNow } from '../../services/use-now.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { EntriesToCheck } from './EntriesToCheck.tsx'
import { ReviewEntry } from './ReviewEntry.tsx'
import { useReviewNames } from './use-review-names.ts'

type Waiting =
  | { kind: 'reading' }
  | { kind: 'signInNeeded' }
  | { kind: 'failed'; text: string }
  | { kind: 'open'; entries: HeldEntry[]; more: number }

/** What waits for the section leader. It is read from the server and never stored on the phone. */
export function ReviewScreen() {
  const { api, device } = useServices()
  const now = useNow()
  const [waiting, setWaiting] = useState<Waiting>({ kind: 'reading' })
  const names = useReviewNames(waiting.kind === 'open' ? waiting.entries : [])

  const read = useCallback(async () => waitingOf(await api.listHeldEntries()), [api])
  useEffect(() => {
    let isWanted = true
    async function show() {
      const next = await read()
      if (isWanted) setWaiting(next)
    }
    void show()
    return () => {
      isWanted = false
    }
  }, [read])

  async function readAgain() {
    setWaiting(await read())
  }

  function decided() {
    void readAgain()
    // The journal has changed on the server.
    void device.core().syncNow()
  }

  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      {waiting.kind === 'reading' ? <Notice kind="waiting" title={words.waiting} /> : null}
      {waiting.kind === 'signInNeeded' ? (
        <Notice kind="locked" title={words.signInFirst} text={words.signInText}>
          <Action to={paths.signIn.to({ returnTo: 'review' })}>{words.signIn}</Action>
        </Notice>
      ) : null}
      {waiting.kind === 'failed' ? (
        <Notice kind="failed" title={waiting.text}>
          <Action rank="second" onPress={() => void readAgain()}>
            {words.again}
          </Action>
        </Notice>
      ) : null}
      {waiting.kind === 'open' && waiting.entries.length === 0 ? (
        <Notice kind="empty" title={words.empty} text={words.emptyText} />
      ) : null}
      {waiting.kind === 'open'
        ? (['held', 'marked'] as const).map((kind) => {
            const entries = waiting.entries.filter((entry) => entry.kind === kind)
            if (entries.length === 0) return null
            return (
              <section key={kind}>
                <GroupHeading text={kind === 'held' ? words.held(entries.length) : words.marked} />
                {entries.map((entry) => (
                  <ReviewEntry
                    key={entry.note.entryId}
                    entry={entry}
                    names={names}
                    now={now}
                    onDecided={decided}
                  />
                ))}
              </section>
            )
          })
        : null}
      {waiting.kind === 'open' && waiting.more > 0 ? <p>{words.more(waiting.more)}</p> : null}
      <EntriesToCheck now={now} />
    </Screen>
  )
}

function waitingOf(answer: Awaited<ReturnType<Api['listHeldEntries']>>): Waiting {
  if (answer.ok) return { kind: 'open', ...answer.value }
  const { refusal } = answer
  if (refusal.kind === 'signInNeeded') return { kind: 'signInNeeded' }
  return { kind: 'failed', text: refusal.kind === 'unreachable' ? words.offline : refusal.text }
}
