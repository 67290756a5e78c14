import { expect, test } from 'vitest'
import { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { StreamId, streamIdOf, streamOf } from '#domain/streams/stream.ts'

const municipality = MunicipalityId.parse('demo')

test('a zone stream and a municipality-wide one are written and read back', () => {
  const journal = {
    kind: 'zone',
    municipality,
    world: 'real',
    zone: ZoneId.parse('nord-2'),
    class: 'journal',
  } as const
  const cards = { kind: 'municipality', municipality, world: 'exercise', class: 'cards' } as const

  expect(streamIdOf(journal)).toBe('demo/real/nord-2/journal')
  expect(streamIdOf(cards)).toBe('demo/exercise/*/cards')
  expect([streamOf(streamIdOf(journal)), streamOf(streamIdOf(cards))]).toEqual([journal, cards])
})

test('a class that no stream has is a fault', () => {
  expect(() => streamOf(StreamId.parse('demo/real/nord-2/cards'))).toThrow('invalid_value')
  expect(StreamId.safeParse('demo/other/nord-2/critical').success).toBe(false)
})
