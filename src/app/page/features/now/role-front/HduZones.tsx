import { shiftLeadContact } from '#domain/contacts/whom-to-ask.ts'
import { ownContactOf } from '#domain/contacts/zone-contact.ts'
import { now as words } from '#text/nb/screens/now.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ListsOverview } from '#app/bridge/device-queries.ts'
import { paths } from '../../../paths/paths.ts'
import { useContacts } from '../../../services/use-contacts.ts'
import { useNow } from '../../../services/use-now.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { PhoneButton } from '../../../ui/PhoneButton.tsx'
import { Row, Rows } from '../../../ui/Rows.tsx'
import { isListOld, listAgeText } from './list-age.ts'

/** First on the on-call's front page: of each zone how old its list is, how many would be in need first, and whom to ring there. */
export function HduZones() {
  const { profile } = useUnlocked()
  const now = useNow()
  const contacts = useContacts() ?? []
  const overviews = useOpened(
    (core) => Promise.all(profile.zones.map(({ id }) => core.queries.overview(id))),
    [profile],
  )
  return (
    <section className="now__zones" aria-label={words.yourZones}>
      <GroupHeading text={words.yourZones} />
      <Rows label={words.yourZones}>
        {profile.zones.map(({ id, name }, at) => {
          const reading = overviews?.[at]
          const overview = reading?.kind === 'open' ? reading.value : null
          const contact =
            ownContactOf(id, contacts) ?? contacts.find((one) => one.id === shiftLeadContact)
          const [first] = contact?.numbers ?? []
          return (
            <Row
              key={id}
              to={paths.lists.to({ zone: id })}
              name={zoneText(name)}
              facts={[
                ...(overview === null
                  ? []
                  : [listAgeText(overview.asOf, now), needsText(overview)]),
                ...(first === undefined ? [words.noZoneNumber] : []),
              ]}
              {...(overview !== null && isListOld(overview.asOf, now)
                ? { strong: words.listsOldElsewhere }
                : {})}
              {...(contact === undefined || first === undefined
                ? {}
                : {
                    aside: (
                      <PhoneButton
                        href={phoneLink(first.number)}
                        label={shell.callWhom(contact.role, phoneText(first.number))}
                        number={phoneText(first.number)}
                      />
                    ),
                  })}
            />
          )
        })}
      </Rows>
    </section>
  )
}

function needsText({ counts, levels }: ListsOverview): string {
  return words.needs({ people: counts.all, first: levels.P1, powered: counts.lifeEssentialPower })
}
