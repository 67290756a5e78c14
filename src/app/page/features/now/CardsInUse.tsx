import type { Incident } from '#domain/incidents/incident.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import { cardTitle } from '../../card-parts/card-title.ts'
import { paths } from '../../paths/paths.ts'
import { useHeldCards } from '../../services/use-held-cards.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'

/** The cards that run, the most important first. */
export function CardsInUse({ incident }: { incident: Incident }) {
  const { cards } = useHeldCards()
  if (incident.cards.length === 0) return null
  return (
    <>
      <GroupHeading text={words.cardsInUse} />
      <Rows label={words.cardsInUse}>
        {incident.cards.map(({ code }) => {
          const held = cards.find((card) => card.code === code)
          return (
            <Row
              key={code}
              to={paths.incidentCard.to({ incident: incident.id, code })}
              name={held === undefined ? code : `${code} ${cardTitle(held).title}`}
            />
          )
        })}
      </Rows>
    </>
  )
}
