import { Link } from 'react-router'
import { localClock } from '#domain/time/instant.ts'
import type { ActionCard, CardCode } from '#domain/cards/action-card.ts'
import { callsOf, isInferredLine } from '#domain/cards/step-to-run.ts'
import { cardTargetText } from '#text/nb/words/cards/card-target.ts'
import { cards as words } from '#text/nb/screens/cards.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { useOpened } from '../../services/use-opened.ts'
import { CallLinks } from '../../parts/CallLinks.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useContacts } from '../../services/use-contacts.ts'
import { useNow } from '../../services/use-now.ts'
import { CardColophon } from '../../card-parts/CardColophon.tsx'
import { CardSteps } from './CardSteps.tsx'
import { useKnownTitles } from '../../card-parts/use-known-titles.ts'
import { cardTitle } from '../../card-parts/card-title.ts'
import '../../card-parts/cards.css'

/** The whole card, in the order of the printed page. */
export function WholeCardScreen({ code }: { code: CardCode }) {
  const cards = useOpened((core) => core.reader.listCards())
  const card = cards?.kind === 'open' ? cards.value.find((known) => known.code === code) : undefined
  return (
    <Screen
      kind="reading"
      title={card === undefined ? words.title : `${card.code} ${cardTitle(card).title}`}
      above={
        <Link className="link" to={card === undefined ? paths.cards.to() : paths.card.to(card)}>
          {card === undefined ? words.toAll : words.byRole}
        </Link>
      }
      under={card === undefined ? undefined : (cardTitle(card).about ?? undefined)}
      {...(card === undefined ? {} : { foot: <CardColophon card={card} /> })}
    >
      <OpenReading reading={cards} none={{ title: words.empty, text: words.emptyText }}>
        {(_, { isWhole }) =>
          card === undefined ? (
            isWhole && <Notice kind="empty" title={words.unknown} text={words.emptyText} />
          ) : (
            <WholeCard card={card} />
          )
        }
      </OpenReading>
    </Screen>
  )
}

function WholeCard({ card }: { card: ActionCard }) {
  const known = useKnownTitles()
  const { on } = localClock(useNow())
  const contacts = useContacts()
  const { useWith: togetherWith } = card
  const lines = (all: readonly string[]) =>
    all.map((line) => (isInferredLine(card, line) ? words.inferred(line) : line))
  return (
    <>
      {card.approvedBy === null ? (
        <Notice kind="old" title={words.notApproved} text={words.notApprovedText} />
      ) : (
        <p>{words.approvedBy(card.approvedBy)}</p>
      )}
      <Part title={words.triggers} lines={lines(card.triggers)} />
      <Part title={words.notWhen} lines={lines(card.notWhen)} />
      <Part
        title={words.togetherWith}
        lines={togetherWith.length === 0 ? [] : [togetherWith.join(' · ')]}
      />
      {card.decisions.length === 0 ? null : (
        <>
          <GroupHeading text={words.decisions} />
          <Facts
            facts={card.decisions.map(({ question, measures }) => ({
              label: question,
              value: measures,
            }))}
          />
        </>
      )}
      <CardSteps card={card} cardRole={null} />
      <Part title={words.notify} lines={lines(card.notify)} />
      <CallLinks calls={callsOf(card)} contacts={contacts} />
      <Part title={words.figures} lines={lines(card.figures)} />
      <Part title={words.thresholds} lines={lines(card.thresholds)} />
      <Part title={words.prepared} lines={lines(card.prepared)} />
      <Part title={words.traps} lines={lines(card.traps)} />
      <Part
        title={words.writtenOn}
        lines={card.writtenOn.map((target) => cardTargetText(target, known))}
      />
      <p className="card-colophon">{words.nextReview(dateWords(card.nextReviewOn, on))}</p>
    </>
  )
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <GroupHeading text={title} />
      <ul className="card-part">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
