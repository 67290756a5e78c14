import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ContactGroup, ContactId } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { Chips } from '../../ui/Chips.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ContactForm } from './ContactForm.tsx'

/** Where a leader adds somebody whom no card calls. */
export function NewContactScreen() {
  const { newId } = useServices()
  const navigate = useNavigate()
  const [id] = useState(() => ContactId.parse(`own-${newId()}`))
  const [group, setGroup] = useState<ContactGroup>('own')
  return (
    <Screen
      kind="reading"
      title={words.newTitle}
      above={
        <Link className="link" to={paths.contacts.to()}>
          {words.back}
        </Link>
      }
    >
      <Chips
        label={words.group}
        count="one"
        choices={ContactGroup.options.map((value) => ({ value, label: words.groups[value] }))}
        chosen={[group]}
        onChoose={([chosen]) =>
          setGroup(ContactGroup.options.find((known) => known === chosen) ?? group)
        }
      />
      <ContactForm
        seen={null}
        fixed={{ id, group }}
        isSaved={false}
        onSaved={() => void navigate(paths.contacts.to())}
      />
    </Screen>
  )
}
