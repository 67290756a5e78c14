import { useEffect, useState } from 'react'
import type { ZoneId } from '#domain/base/ids.ts'
import { localClock } from '#domain/time/instant.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { Api } from '#app/online/api.ts'
import { paths } from '../../../paths/paths.ts'
import { useServices } from '../../../services/services.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { useNow } from '../../../services/use-now.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../../ui/Rows.tsx'
import { isListOld, listAgeText } from './list-age.ts'

type Answer = Awaited<ReturnType<Api['listZoneStatus']>>

/** First on a leader's front page: of each zone how old its list is, which phones are heard, and when its binder was printed. */
export function MyZones() {
  const { api } = useServices()
  const { profile } = useUnlocked()
  const now = useNow()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const ages = useOpened(
    (core) => Promise.all(profile.zones.map(({ id }) => core.queries.listsMadeAt([id]))),
    [profile],
  )
  useEffect(() => {
    let isGone = false
    void api.listZoneStatus().then((given) => (isGone ? undefined : setAnswer(given)))
    return () => {
      isGone = true
    }
  }, [api])
  const statusOf = (zone: ZoneId) =>
    answer?.ok === true ? answer.value.zones.find((one) => one.zone === zone) : undefined

  return (
    <section className="now__zones" aria-label={words.myZones}>
      <GroupHeading text={words.myZones} />
      <Rows label={words.myZones}>
        {profile.zones.map(({ id, name }, at) => {
          const status = statusOf(id)
          const age = ages?.[at]
          return (
            <Row
              key={id}
              to={paths.lists.to({ zone: id })}
              name={zoneText(name)}
              facts={[
                age === undefined ? '' : listAgeText(age, now),
                ...(status === undefined
                  ? []
                  : [
                      words.phonesHeard(status.phones.heardWithinDay, status.phones.count),
                      status.binderPrintedAt === null
                        ? words.binderNever
                        : words.binderPrinted(
                            dateWords(localClock(status.binderPrintedAt).on, localClock(now).on),
                          ),
                    ]),
              ].filter((fact) => fact !== '')}
              {...(age !== undefined && isListOld(age, now) ? { strong: words.listsOld } : {})}
            />
          )
        })}
      </Rows>
      {answer?.ok === false ? <p>{words.zonesOffline}</p> : null}
    </section>
  )
}
