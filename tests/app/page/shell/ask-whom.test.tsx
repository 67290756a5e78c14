import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { ContactId } from '#domain/contacts/contact.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aContact } from '../../../support/a-contact.ts'
import { screenBench } from '../../../support/screen-bench.tsx'

const lead = aContact({
  id: ContactId.parse('shift-lead-nord-2'),
  role: 'Ansvarsvakt',
  zone: ZoneId.parse('nord-2'),
  numbers: [{ number: '900 00 181', note: null }],
})

test.each(['/', '/lister', '/tiltakskort', '/skriv', '/mer', '/numre'])(
  'from %s she is one press from who leads her shift',
  async (path) => {
    const bench = await screenBench()
    await bench.server.write(StreamId.parse('demo/real/*/contacts'), [
      { kind: 'put', ...documentOf('contact', lead) },
    ])
    await bench.enrol()
    const screen = await bench.draw(path)

    const call = screen.getByRole('banner').getByRole('link', { name: /^Ring ansvarsvakt, 900/ })

    await expect
      .element(call)
      .toHaveAttribute('href', expect.stringMatching(/^tel:\+47900001\d\d$/))
  },
)
