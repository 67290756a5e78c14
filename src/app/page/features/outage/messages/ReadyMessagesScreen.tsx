import type { PatientId } from '#domain/base/ids.ts'
import { ReadyMessageTo } from '#domain/contacts/ready-message.ts'
import { readyMessages as words } from '#text/nb/screens/people/ready-messages.ts'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { useOpened } from '../../../services/use-opened.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Screen } from '../../../ui/Screen.tsx'
import { useContacts } from '../use-contacts.ts'
import { CrisisNumber } from './CrisisNumber.tsx'
import { crisisNumberOf } from './crisis-number.ts'
import { MessageToSend } from './MessageToSend.tsx'
import './messages.css'

/** Texts without health data, to send as they are; for one patient also to her number and those of her next of kin. */
export function ReadyMessagesScreen({ patientId }: { patientId?: PatientId | undefined }) {
  const reading = useOpened((core) => core.reader.listReadyMessages())
  const found = useOpened(
    async (core) => (patientId === undefined ? null : core.reader.findPatient(patientId)),
    [patientId],
  )
  const patient = found?.kind === 'open' ? found.value : null
  const contacts = useContacts()
  const number = crisisNumberOf(contacts ?? [])
  return (
    <Screen title={words.title} under={words.meaning} kind="reading">
      {contacts === undefined ? null : <CrisisNumber number={number} />}
      <OpenReading
        reading={contacts === undefined ? undefined : reading}
        none={{ title: words.empty, text: words.emptyText }}
      >
        {(messages) =>
          ReadyMessageTo.options.map((to) => (
            <section key={to} aria-label={words.to[to]}>
              <GroupHeading text={words.to[to]} />
              {messages
                .filter((message) => message.to === to)
                .map((message) => (
                  <MessageToSend key={message.id} {...{ message, number, patient }} />
                ))}
            </section>
          ))
        }
      </OpenReading>
    </Screen>
  )
}
