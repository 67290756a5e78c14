import { Link } from 'react-router'
import type { ActionCard } from '#domain/cards/action-card.ts'
import { findUsing } from '#domain/incidents/incidents-for.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { cardTitle } from '../../card-parts/card-title.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Tag } from '../../ui/Tag.tsx'

/** All cards by code; those that run come first, and lead to their deadlines. */
export function CardsScreen() {
  const cards = useOpened((core) => core.reader.listCards())
  const { running } = useIncidents()
  const held = cards?.kind === 'open' ? cards.value : []
  const areDrafts = held.length > 0 && held.every(({ approvedBy }) => approvedBy === null)
  const byCode = held.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const incidentOf = ({ code }: ActionCard) => findUsing(running, code)

  function row(card: ActionCard) {
    const incident = incidentOf(card)
    const isMarkedDraft = card.approvedBy === null && !areDrafts
    return (
      <Row
        key={card.id}
        to={
          incident === null
            ? paths.card.to(card)
            : paths.incidentCard.to({ incident: incident.id, code: card.code })
        }
        name={`${card.code} ${cardTitle(card).title}`}
        facts={[cardTitle(card).about, card.triggers[0]].filter(Boolean)}
        aside={
          incident !== null ? (
            <Tag text={words.inUse} tone="deadline" />
          ) : isMarkedDraft ? (
            <Tag text={words.draft} />
          ) : undefined
        }
      />
    )
  }

  return (
    <Screen
      title={words.title}
      beside={
        <Link className="link" to={paths.contacts.to()}>
          {words.toContacts}
        </Link>
      }
      under={areDrafts ? words.allDrafts : undefined}
    >
      <OpenReading reading={cards} none={{ title: words.empty, text: words.emptyText }}>
        {(_, { isWhole }) =>
          held.length === 0 ? (
            isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
          ) : (
            <Rows label={words.all}>
              {byCode.filter((card) => incidentOf(card) !== null).map(row)}
              {byCode.filter((card) => incidentOf(card) === null).map(row)}
            </Rows>
          )
        }
      </OpenReading>
    </Screen>
  )
}
