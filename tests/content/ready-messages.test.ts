import { expect, test } from 'vitest'
import { defaultReadyMessages } from '#content/ready-messages.ts'
import { messageToSend, ReadyMessage, ReadyMessageTo } from '#domain/contacts/ready-message.ts'

test.each(defaultReadyMessages)('$id parses, and fits in two text messages', (message) => {
  expect(ReadyMessage.parse(message)).toEqual(message)
  // Two joined messages of the alphabet of telephones, which has æ, ø and å.
  expect(messageToSend(message, '33 00 00 00').length).toBeLessThanOrEqual(306)
})

test.each(defaultReadyMessages)(
  '$id says nothing of what anybody has or suffers from',
  (message) => {
    const said = `${message.title} ${message.text}`.toLowerCase()

    expect(said).not.toMatch(
      /bruker|pasient|din alarm|alarmen din|dispenser|medisin|apparat|syk|diagnose|respirator|oksygen/,
    )
  },
)

test('there are messages for patients and for next of kin, each under a name of its own', () => {
  expect(new Set(defaultReadyMessages.map(({ id }) => id)).size).toBe(defaultReadyMessages.length)
  expect(new Set(defaultReadyMessages.map(({ to }) => to))).toEqual(new Set(ReadyMessageTo.options))
})

test('the crisis number is said when there is one, and no gap stands where there is none', () => {
  const [message] = defaultReadyMessages

  expect(message && messageToSend(message, '33 00 00 00')).toContain('ring 33 00 00 00.')
  expect(message && messageToSend(message, null)).not.toContain('{')
})
