import { expect, test } from 'vitest'
import { defaultReadyMessages } from '#content/ready-messages.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aNamed } from '../../../../support/an-outage.ts'
import { openReading, pageBench } from '../../../../support/page-bench.tsx'

const somby = aNamed(3, 'Somby, Máret', {
  nextOfKin: [{ name: 'Sárá Somby', relation: 'Datter', phone: '900 00 342', canLookIn: false }],
})

const withNumber = defaultContacts.map((contact) =>
  contact.id === 'crisis-number'
    ? MunicipalityContact.parse({ ...contact, numbers: [{ number: '33 00 00 00', note: null }] })
    : contact,
)

function aPhone(contacts: readonly MunicipalityContact[]) {
  return pageBench({
    reader: {
      listReadyMessages: () => Promise.resolve(openReading([...defaultReadyMessages])),
      listContacts: () => Promise.resolve(openReading([...contacts])),
      findPatient: () => Promise.resolve(openReading(somby)),
    },
  })
}

test('axe finds nothing in the messages, by day and by night', async () => {
  const bench = aPhone(defaultContacts)
  const screen = await bench.draw('/ferdige-meldinger')
  await expect.element(screen.getByText('Til pårørende')).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a message opens in the phone’s own app with the crisis number in it', async () => {
  const screen = await aPhone(withNumber).draw('/ferdige-meldinger')
  await expect.element(screen.getByRole('link', { name: '33 00 00 00' })).toBeVisible()

  const message = screen.getByRole('region', { name: 'Til brukere' }).getByRole('article').first()
  await expect.element(message).toMatchTextContent(/Trenger du oss, ring 33 00 00 00\./)
  await expect
    .element(message.getByRole('link', { name: 'Åpne i SMS' }))
    .toHaveAttribute('href', expect.stringMatching(/^sms:\?body=Hei\.%20Str%C3%B8mmen/))
})

test('without a crisis number it says who writes it in, and the message has no gap', async () => {
  const screen = await aPhone(defaultContacts).draw('/ferdige-meldinger')

  await expect.element(screen.getByText('Krisenummeret er ikke skrevet inn')).toBeVisible()
  await expect.element(screen.getByText(/Seksjonsleder legger det inn/)).toBeVisible()
  await expect.element(screen.getByText(/\{krisenummer\}/)).not.toBeInTheDocument()
})

test('for one patient it goes to her, and to her next of kin', async () => {
  const screen = await aPhone(withNumber).draw(`/ferdige-meldinger?bruker=${somby.id}`)

  await expect
    .element(screen.getByRole('link', { name: 'SMS til Máret' }).first())
    .toHaveAttribute('href', expect.stringMatching(/^sms:\+4790000003\?body=/))
  await expect
    .element(screen.getByRole('link', { name: 'SMS til Sárá Somby' }).first())
    .toHaveAttribute('href', expect.stringMatching(/^sms:\+4790000342\?body=/))
})
