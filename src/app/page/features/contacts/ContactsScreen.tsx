import { useState } from 'react'
import { Link } from 'react-router'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { contactState, groupedContacts } from '#domain/contacts/contact-list.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { localClock } from '#domain/time/instant.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ContactRow } from './ContactRow.tsx'
import { ZonePlanRows } from './ZonePlanRows.tsx'
import './contacts.css'

/** Whom the municipality calls. Everybody rings from here; leaders see what is missing and change it. */
export function ContactsScreen() {
  const { profile } = useUnlocked()
  const [collator] = useState(norwegianCollator)
  const mayKeep = mayDo(profile.role, 'keepContacts')
  const contacts = useOpened((core) => core.reader.listContacts())
  return (
    <Screen
      title={words.title}
      under={words.meaning}
      beside={
        mayKeep ? (
          <Link className="link" to={paths.newContact.to()}>
            {words.add}
          </Link>
        ) : undefined
      }
    >
      <ZonePlanRows zones={profile.zones} />
      <OpenReading reading={contacts} none={{ title: words.empty, text: words.emptyText }}>
        {(held, { isWhole }) =>
          held.length === 0 ? (
            isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
          ) : (
            <>
              {mayKeep ? <ToKeep contacts={held} /> : null}
              {groupedContacts(held, collator).map((part) => (
                <section key={part.group} aria-label={words.groups[part.group]}>
                  <GroupHeading text={words.groups[part.group]} />
                  <Rows label={words.groups[part.group]}>
                    {part.contacts.map((contact) => (
                      <ContactRow key={contact.id} contact={contact} mayKeep={mayKeep} />
                    ))}
                  </Rows>
                </section>
              ))}
            </>
          )
        }
      </OpenReading>
    </Screen>
  )
}

function ToKeep({ contacts }: { contacts: readonly MunicipalityContact[] }) {
  const { on: today } = localClock(useNow())
  const states = contacts.map((contact) => contactState(contact, today))
  const missing = states.filter((state) => state === 'missing').length
  const old = states.filter((state) => state === 'unchecked' || state === 'stale').length
  return missing + old === 0 ? (
    <Notice kind="done" title={words.allKept} />
  ) : (
    <Notice kind="old" title={words.toKeep(missing, old)} text={words.toKeepText} />
  )
}
