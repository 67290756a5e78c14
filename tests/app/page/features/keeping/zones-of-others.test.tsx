import { expect, test } from 'vitest'
import { accepted } from '#domain/base/result.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { aKeptAccount, anOrganisation } from '../../../../support/an-organisation.ts'
import { openReading, pageBench } from '../../../../support/page-bench.tsx'

const sor1 = ZoneId.parse('sor-1')

test('a zone of another section is called by its name, and by its id only where nobody knows it', async () => {
  const bench = pageBench({
    role: 'sectionLeader',
    reader: {
      listZoneNames: () =>
        Promise.resolve(openReading([{ id: sor1, name: ZoneName.parse('Sør 1') }])),
    },
  })
  const zones = [sor1, ZoneId.parse('ukjent-9')]
  bench.services.api = {
    ...bench.services.api,
    listAccounts: () => Promise.resolve(accepted({ accounts: [aKeptAccount({ zones })] })),
    readOrganisation: () => Promise.resolve(accepted(anOrganisation())),
  }
  const screen = await bench.draw('/ansatte')

  await expect.element(screen.getByText('Sør 1, ukjent-9')).toBeVisible()
})
