import { expect, test } from 'vitest'
import { DeviceId, EntryId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import { unverifiedOpenedForm } from '#domain/entries/entry-content.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { night, pageBench } from '../../../../support/page-bench.tsx'

test('an opening of what could not be verified stands among what the employee has written', async () => {
  const stream = StreamId.parse('demo/real/nord-2/critical')
  const bench = pageBench({
    entries: {
      listOwn() {
        const { author } = bench.profile
        const value = { kind: 'unverifiedOpened', author, stream, openedAt: night } as const
        return Promise.resolve(
          accepted([
            {
              entryId: EntryId.parse(crypto.randomUUID()),
              deviceId: DeviceId.parse(crypto.randomUUID()),
              n: 1,
              form: unverifiedOpenedForm,
              zone: null,
              incident: null,
              world: 'real' as const,
              capturedAt: night,
              hlc: nextHlc(null, 0),
              state: 'sealed' as const,
              receivedAt: null,
              content: { kind: 'open' as const, value },
            },
          ]),
        )
      },
    },
  })

  const screen = await bench.draw('/sendt')

  await expect.element(screen.getByText('Åpnet uten bekreftelse')).toBeVisible()
  await expect.element(screen.getByText(/Listene\sfor\sNord\s2/)).toBeVisible()
  expect(screen.getByText('Rett').query()).toBeNull()
})
