import { Link, useParams, useSearchParams } from 'react-router'
import type { ActionCard } from '#domain/cards/action-card.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { CardColophon } from './CardColophon.tsx'
import { CardSteps } from './CardSteps.tsx'
import { cardRoleOf, cardRoles, cardRolesBeside } from './card-role.ts'
import { cardTitle } from './card-title.ts'
import './cards.css'

/** A card by role and phase: first one's own steps, then everybody's at a touch. */
export function CardScreen() {
  const { cardId } = useParams()
  const cards = useOpened((core) => core.reader.listCards())
  const card = cards?.kind === 'open' ? cards.value.find(({ id }) => id === cardId) : undefined

  if (card !== undefined) return <Card card={card} />
  return (
    <Screen title={words.title} busy={cards === undefined}>
      <OpenReading reading={cards} none={{ title: words.empty, text: words.emptyText }}>
        {(_, { isWhole }) =>
          isWhole && <Notice kind="empty" title={words.unknown} text={words.emptyText} />
        }
      </OpenReading>
      <Link className="link" to="/tiltakskort">
        {words.toAll}
      </Link>
    </Screen>
  )
}

function Card({ card }: { card: ActionCard }) {
  const { profile } = useUnlocked()
  const { title, about } = cardTitle(card)
  const [query, setQuery] = useSearchParams()
  const asked = query.get('rolle')
  const own = cardRoleOf(profile.role)
  const role = asked === 'alle' ? null : (cardRoles.find((known) => known === asked) ?? own)

  return (
    <Screen
      kind="reading"
      title={`${card.code} ${title}`}
      beside={
        <Link className="link" to={`/tiltakskort/${card.id}/hele`}>
          {words.whole}
        </Link>
      }
      under={about ?? undefined}
      foot={<CardColophon card={card} />}
    >
      <Chips
        label={words.role}
        isLabelHidden
        look="square"
        count="one"
        choices={[
          ...cardRolesBeside(own, role).map((known) => ({
            value: known,
            label: words.roles[known],
          })),
          { value: 'alle', label: words.roles.all },
        ]}
        chosen={[role ?? 'alle']}
        onChoose={([chosen]) => setQuery({ rolle: chosen ?? 'alle' }, { replace: true })}
      />
      <CardSteps card={card} cardRole={role} />
    </Screen>
  )
}
