import { useState } from 'react'
import { Link } from 'react-router'
import type { ContactId, MunicipalityContact } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ContactForm } from './ContactForm.tsx'
import { stateWords } from '../../parts/contact-state-words.ts'

/** Where a leader fills in one of the municipality's contacts, and says that its numbers are right. */
export function ContactScreen({ contactId }: { contactId: ContactId }) {
  const contacts = useOpened((core) => core.reader.listContacts())
  const contact =
    contacts?.kind === 'open' ? contacts.value.find(({ id }) => id === contactId) : undefined

  return (
    <Screen
      kind="reading"
      title={contact?.role ?? words.title}
      above={
        <Link className="link" to={paths.contacts.to()}>
          {words.back}
        </Link>
      }
    >
      <OpenReading reading={contacts} none={{ title: words.empty, text: words.emptyText }}>
        {(_, { isWhole }) =>
          contact === undefined ? (
            isWhole && <Notice kind="empty" title={words.unknown} text={words.emptyText} />
          ) : (
            <EditContact key={contact.id} contact={contact} />
          )
        }
      </OpenReading>
    </Screen>
  )
}

/** What the leader saw when she began stays what her change is of, whatever comes in meanwhile. */
function EditContact({ contact }: { contact: MunicipalityContact }) {
  const now = useNow()
  const [{ seen, saves }, setSeen] = useState({ seen: contact, saves: 0 })
  return (
    <>
      <p>{stateWords(seen, now)}</p>
      <ContactForm
        key={saves}
        seen={seen}
        fixed={{ id: seen.id, group: seen.group }}
        isSaved={saves > 0}
        onSaved={(saved) => setSeen({ seen: saved, saves: saves + 1 })}
      />
    </>
  )
}
