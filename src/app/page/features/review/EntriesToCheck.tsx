import { useEffect, useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { toCheck as words } from '#text/nb/screens/review.ts'
import { capitalized, dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Api, EntryToCheck } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

type Answer = Awaited<ReturnType<Api['listEntriesToCheck']>>

/** What the server keeps for a person to look at and has not read. It says nothing while there is nothing. */
export function EntriesToCheck({ now }: { now: Instant }) {
  const [tries, setTries] = useState(0)
  return <EntriesOfServer key={tries} now={now} onRetry={() => setTries(tries + 1)} />
}

function EntriesOfServer({ now, onRetry }: { now: Instant; onRetry: () => void }) {
  const { api } = useServices()
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let isWanted = true
    void api.listEntriesToCheck().then((given) => (isWanted ? setAnswer(given) : undefined))
    return () => {
      isWanted = false
    }
  }, [api])

  if (answer === null) return null
  if (!answer.ok) {
    // The list above has said already that there is no network, or that nobody is signed in.
    const { refusal } = answer
    if (refusal.kind === 'unreachable' || refusal.kind === 'signInNeeded') return null
    return (
      <Notice kind="failed" title={words.failed} text={refusal.text}>
        <Action rank="second" onPress={onRetry}>
          {words.again}
        </Action>
      </Notice>
    )
  }
  const { entries, more } = answer.value
  if (entries.length === 0) return null
  return (
    <section>
      <GroupHeading text={words.title(entries.length + more)} />
      <p>{words.meaning}</p>
      <Rows label={words.label}>
        {entries.map((entry) => (
          <EntryRow key={entry.entryId} entry={entry} now={now} />
        ))}
      </Rows>
      {more > 0 ? <p>{words.more(more)}</p> : null}
    </section>
  )
}

function EntryRow({ entry, now }: { entry: EntryToCheck; now: Instant }) {
  const zones = useZoneNames()
  const { cause, zone, deviceLabel, authorName, receivedAt } = entry
  const { title, happened, todo } = words.causes[cause]
  const place =
    zone === null
      ? words.wholeMunicipality
      : words.zone(zones.find(({ id }) => id === zone)?.name ?? zone)
  const when = words.receivedAt(dayAndMomentWords(receivedAt, now))
  const from = words.from(authorName, deviceLabel)
  return (
    <Row
      name={title}
      facts={[
        capitalized([from, place, when].join(', ')),
        happened,
        <>
          <strong>{words.todo}:</strong> {todo(authorName)}
        </>,
      ]}
    />
  )
}
