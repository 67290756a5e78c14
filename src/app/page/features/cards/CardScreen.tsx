import { Link, useNavigate } from 'react-router'
import type { ActionCard, CardCode, CardRole } from '#domain/cards/action-card.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { CardColophon } from '../../card-parts/CardColophon.tsx'
import { RoleChips } from '../../card-parts/RoleChips.tsx'
import { CardInUse } from './CardInUse.tsx'
import { CardSteps } from './CardSteps.tsx'
import { cardRoleOf } from '../../card-parts/card-role.ts'
import { cardTitle } from '../../card-parts/card-title.ts'
import '../../card-parts/cards.css'

type CardScreenProps = { code: CardCode; role?: CardRole | 'alle' | undefined }

/** A card by role and phase. It shows the employee's own steps first; one touch shows all steps. */
export function CardScreen({ code, role }: CardScreenProps) {
  const cards = useOpened((core) => core.reader.listCards())
  const card = cards?.kind === 'open' ? cards.value.find((known) => known.code === code) : undefined

  if (card !== undefined) return <Card card={card} requested={role} />
  return (
    <Screen title={words.title} busy={cards === undefined}>
      <OpenReading reading={cards} none={{ title: words.empty, text: words.emptyText }}>
        {(_, { isWhole }) =>
          isWhole && <Notice kind="empty" title={words.unknown} text={words.emptyText} />
        }
      </OpenReading>
      <Link className="link" to={paths.cards.to()}>
        {words.toAll}
      </Link>
    </Screen>
  )
}

function Card({ card, requested }: { card: ActionCard; requested: CardScreenProps['role'] }) {
  const navigate = useNavigate()
  const { profile } = useUnlocked()
  const { title, about } = cardTitle(card)
  const own = cardRoleOf(profile.role)
  const role = requested === 'alle' ? null : (requested ?? own)

  return (
    <Screen
      kind="reading"
      title={`${card.code} ${title}`}
      beside={
        <Link className="link" to={paths.wholeCard.to(card)}>
          {words.whole}
        </Link>
      }
      under={about ?? undefined}
      foot={<CardColophon card={card} />}
    >
      <CardInUse code={card.code} />
      <RoleChips
        role={role}
        onChoose={(chosen) =>
          void navigate(paths.card.to({ code: card.code, role: chosen }), { replace: true })
        }
      />
      <CardSteps card={card} cardRole={role} />
    </Screen>
  )
}
