import { Link } from 'react-router'
import { localClock } from '#domain/time/instant.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { shiftText } from '#text/nb/words/shift.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { WorkListReading } from '#app/bridge/device-queries.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useNow } from '../../services/use-now.ts'
import { VisitRow } from '../../parts/VisitRow.tsx'

/** A shift's visits, from the first to the last. */
export function WorkListScreen({ workListId }: { workListId: string }) {
  const { profile } = useUnlocked()
  const reading = useOpened((core) => core.queries.workList(workListId), [workListId])
  const list = reading?.kind === 'open' ? reading.value?.list : undefined
  const zone = profile.zones.find(({ id }) => id === list?.zone)

  return (
    <Screen
      title={list === undefined ? words.shifts : shiftText(list)}
      above={
        <Link className="link" to={paths.lists.to({})}>
          {words.title}
        </Link>
      }
      beside={zone === undefined ? undefined : zoneText(zone.name)}
    >
      <OpenReading
        reading={reading}
        none={{ title: words.nothingHere, text: words.nothingHereText }}
      >
        {(found, { isWhole }) =>
          found === null ? (
            isWhole && (
              <Notice kind="empty" title={words.unknownList} text={words.nothingHereText} />
            )
          ) : (
            <Visits found={found} />
          )
        }
      </OpenReading>
    </Screen>
  )
}

function Visits({ found: { list, visits } }: { found: WorkListReading }) {
  const now = useNow()
  const { at } = localClock(now)
  const made = dayAndMomentWords(list.asOf, now)
  return (
    <>
      <p className="lists__about">
        <span>{words.visits(visits.length)}</span>
        <span>{words.asOf(made)}</span>
      </p>
      {freshness('workList', list.asOf, now).state === 'stale' ? (
        <Notice kind="old" title={words.old(made)} text={words.oldText} />
      ) : null}
      <Rows label={shiftText(list)}>
        {visits.map(({ visit, patient, former }) => (
          <VisitRow
            key={visit.id}
            {...{ visit, patient, former, at }}
            workList={list.id}
            isNext={false}
          />
        ))}
      </Rows>
    </>
  )
}
