import { expect, test } from 'vitest'
import { aContact } from '../../../../support/a-shown-incident.ts'
import { incidentBench } from '../../../../support/incident-bench.ts'
import { openReading } from '../../../../support/page-bench.tsx'

test('an administrator, who starts no incident, is told who does, with the numbers', async () => {
  const bench = incidentBench({
    role: 'administrator',
    incidents: [],
    reader: {
      listContacts: () => Promise.resolve(openReading([aContact('hdu', 'HDU-vakt', ['90000200'])])),
    },
  })
  const screen = await bench.draw('/')

  await expect
    .element(
      screen.getByText(
        'Hendelser meldes av ansatt på rute, ansvarsvakt, seksjonsleder og HDU-vakt',
      ),
    )
    .toBeVisible()
  await expect.element(screen.getByRole('link', { name: /^Ring HDU-vakt/ })).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Hva virker ikke?' }))
    .not.toBeInTheDocument()
})
