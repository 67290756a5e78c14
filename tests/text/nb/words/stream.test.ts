import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { streamsText } from '#text/nb/words/stream.ts'

const zones = [
  { id: ZoneId.parse('nord-2'), name: 'Nord 2' },
  { id: ZoneId.parse('nord-0'), name: null },
]
const streams = (...names: string[]) => names.map((name) => StreamId.parse(`demo/real/${name}`))

test.each([
  [['nord-2/critical'], 'listene for Nord 2'],
  [['nord-2/critical', 'nord-2/journal'], 'listene og notatene for Nord 2'],
  [
    ['nord-2/critical', 'nord-2/details', 'nord-2/worklists', '*/cards'],
    'listene, hovedkortene og arbeidslistene for Nord 2, tiltakskortene',
  ],
  [['nord-0/critical'], 'listene for Uten sone'],
  [['sor-1/critical'], 'listene for sor-1'],
  [['nord-2/unknown'], 'noe som trenger en nyere app'],
])('%j is called «%s»', (names, text) => {
  expect(streamsText(streams(...names), zones)).toBe(text)
})
