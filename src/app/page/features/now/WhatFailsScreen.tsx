import {
  FilesIcon,
  GlobeIcon,
  LightningIcon,
  BellIcon,
  MobileIcon,
  ShieldLockIcon,
} from '@navikt/aksel-icons'
import { Link } from 'react-router'
import { now as words } from '#text/nb/screens/now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Screen } from '../../ui/Screen.tsx'
import { cards as cardWords } from '#text/nb/screens/cards.ts'
import './now.css'

/** Which card belongs to which symptom. */
const symptoms = [
  { label: words.symptoms.power, code: 'TK-01', Icon: LightningIcon },
  { label: words.symptoms.mobile, code: 'TK-02', Icon: MobileIcon },
  { label: words.symptoms.internet, code: 'TK-02', Icon: GlobeIcon },
  { label: words.symptoms.cosdoc, code: 'TK-02', Icon: FilesIcon },
  { label: words.symptoms.safetyAlarm, code: 'TK-02', Icon: BellIcon },
  { label: words.symptoms.attack, code: 'TK-03', Icon: ShieldLockIcon },
] as const

/** Leads to a card from what the employee observes, so that she need not know the card's number. */
export function WhatFailsScreen() {
  const cards = useOpened((core) => core.reader.listCards())
  return (
    <Screen
      title={words.whatFails}
      beside={
        <Link className="link" to={paths.now.to()}>
          {words.cancel}
        </Link>
      }
      under={words.whatFailsMeaning}
    >
      <OpenReading reading={cards} none={{ title: cardWords.empty, text: cardWords.emptyText }}>
        {(held) => (
          <ul className="symptoms">
            {symptoms.map(({ label, code, Icon }) => {
              const card = held.find((known) => known.code === code)
              return (
                <li key={label}>
                  {card === undefined ? (
                    <span className="symptoms__missing">
                      {label}
                      <small>{words.noCard}</small>
                    </span>
                  ) : (
                    <Link to={paths.card.to(card)}>
                      <Icon aria-hidden />
                      {label}
                      <small>{card.code}</small>
                    </Link>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </OpenReading>
    </Screen>
  )
}
