import { useState } from 'react'
import { messageToSend, type ReadyMessage } from '#domain/contacts/ready-message.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { readyMessages as words } from '#text/nb/screens/people/ready-messages.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'

type MessageToSendProps = {
  message: ReadyMessage
  number: string | null
  /** To whose numbers; null for anybody's. */
  patient: Patient | null
}

/** One text, to copy or to open in the phone's own app for messages. */
export function MessageToSend({ message, number, patient }: MessageToSendProps) {
  const [copying, setCopying] = useState<'not' | 'done' | 'failed'>('not')
  const text = messageToSend(message, number === null ? null : phoneText(number))

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopying('done')
    } catch (error) {
      // The browser did not allow it: the text is on the screen, to be marked by hand.
      if (!(error instanceof DOMException)) throw error
      setCopying('failed')
    }
  }

  return (
    <article className="message" aria-label={message.title}>
      <h3>{message.title}</h3>
      <p>{text}</p>
      <div className="message__ways">
        {recipientsOf(message, patient).map(({ name, phone }) => (
          <a key={`${name} ${phone}`} className="link" href={smsLink(phone, text)}>
            {name === null ? words.send : words.sendTo(name)}
          </a>
        ))}
        <button type="button" className="link" onClick={() => void copy()}>
          {copying === 'done' ? words.copied : words.copy}
        </button>
      </div>
      {copying === 'failed' ? (
        <p className="field__fault" role="alert">
          {words.copyFailed}
        </p>
      ) : null}
    </article>
  )
}

/** `phone` is null where she chooses it herself. */
type Recipient = { name: string | null; phone: string | null }

function recipientsOf({ to }: ReadyMessage, patient: Patient | null): Recipient[] {
  if (patient === null) return [{ name: null, phone: null }]
  if (to === 'patient') {
    const phone = phoneShown(patient)
    return phone === null ? [] : [{ name: patient.name.given, phone }]
  }
  return patient.nextOfKin.filter(({ phone }) => phone !== null)
}

/** Opens the phone's app for messages with the text in it; nothing is sent before she presses there. */
function smsLink(phone: string | null, text: string): string {
  const to = phone === null ? '' : phoneLink(phone).replace('tel:', '')
  return `sms:${to}?body=${encodeURIComponent(text)}`
}
