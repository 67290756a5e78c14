import { Link } from 'react-router'
import { cards as words } from '#text/nb/screens/cards.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { cardTitle } from './card-title.ts'

export function CardsScreen() {
  const cards = useOpened((core) => core.reader.listCards())
  const held = cards?.kind === 'open' ? cards.value : []
  const areDrafts = held.length > 0 && held.every(({ approvedBy }) => approvedBy === null)
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
              {held
                .toSorted((a, b) => (a.code < b.code ? -1 : 1))
                .map((card) => (
                  <Row
                    key={card.id}
                    to={paths.card.to(card)}
                    name={`${card.code} ${cardTitle(card).title}`}
                    facts={[cardTitle(card).about, card.triggers[0]].filter(Boolean)}
                    aside={
                      card.approvedBy === null && !areDrafts ? (
                        <Tag text={words.draft} />
                      ) : undefined
                    }
                  />
                ))}
            </Rows>
          )
        }
      </OpenReading>
    </Screen>
  )
}
