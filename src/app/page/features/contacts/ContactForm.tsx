import { useState } from 'react'
import type { ApiRefusal } from '#app/online/api.ts'
import type { ContactCheck, ContactDraft, MunicipalityContact } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { NotSaved } from './NotSaved.tsx'
import { NumberFields } from './NumberFields.tsx'
import { PowerPointFields } from './PowerPointFields.tsx'
import { ZoneField } from './ZoneField.tsx'
import type { ContactFaults } from './contact-faults.ts'
import { typedContact } from './typed-contact.ts'
import { useFocusAtFault } from '../../ui/focus/use-focus-at-fault.ts'

type ContactFormProps = {
  /** Who is changed; null for a new one. */
  seen: MunicipalityContact | null
  fixed: Pick<ContactDraft, 'id' | 'group'>
  /** Stands right above the buttons, where she has just pressed. */
  isSaved: boolean
  onSaved: (contact: MunicipalityContact) => void
}

const noFaults: ContactFaults = new Map()

/** What a leader knows of a contact. One press saves it as made sure of today. */
export function ContactForm({ seen, fixed, isSaved, onSaved }: ContactFormProps) {
  const { api, device } = useServices()
  const { profile } = useUnlocked()
  const [faults, setFaults] = useState(noFaults)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { place: form, attempted } = useFocusAtFault<HTMLFormElement>({ isBusy })

  async function save(check: ContactCheck) {
    if (form.current === null) return
    const typed = typedContact(new FormData(form.current), {
      ...fixed,
      zones: profile.zones.map(({ id }) => id),
      pointBefore: seen?.powerPoint,
    })
    setRefusal(null)
    attempted()
    setFaults(typed.ok ? noFaults : typed.refusal)
    if (!typed.ok) return
    setBusy(true)
    const answer = await api.saveContact({ draft: typed.value, check, before: seen })
    setBusy(false)
    // Also when another leader was first: what she saved is then on its way to this phone.
    await device.core().trigger('requested')
    if (answer.ok) onSaved(answer.value.contact)
    else setRefusal(answer.refusal)
  }

  return (
    <form
      className="form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save('today')
      }}
    >
      <TextField
        label={words.role}
        isRequired
        help={words.roleHelp}
        fault={faults.get('role')}
        name="role"
        from={seen?.role ?? ''}
        maxLength={80}
      />
      <NumberFields numbers={seen?.numbers ?? []} faults={faults} />
      <TextField
        label={words.name}
        fault={faults.get('name')}
        name="name"
        from={seen?.name ?? ''}
        maxLength={80}
      />
      <TextField
        label={words.reserveLabel}
        help={words.reserveHelp}
        fault={faults.get('reserve')}
        name="reserve"
        from={seen?.reserve ?? ''}
        maxLength={200}
      />
      <ZoneField zone={seen?.zone} />
      <PowerPointFields point={seen?.powerPoint} faults={faults} />
      {isSaved && refusal === null ? (
        <Notice kind="done" title={words.saved} text={words.savedText} />
      ) : null}
      {refusal === null ? null : <NotSaved refusal={refusal} />}
      <Action rank="primary" submits isBusy={isBusy} isDisabled={isBusy}>
        {isBusy ? words.saving : words.check}
      </Action>
      <Action rank="second" isDisabled={isBusy} onPress={() => void save('unsaid')}>
        {words.save}
      </Action>
    </form>
  )
}
