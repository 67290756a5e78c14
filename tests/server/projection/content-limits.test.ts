import { isIdTaken } from '#server/projection/note-writes.ts'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { describe, expect, test } from 'vitest'
import { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { type ContentLimits, usualContentLimits } from '#server/projection/content-limits.ts'
import { ProjectionFault, projectNext } from '#server/projection/project-entry.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import {
  honestAnswer,
  noteText,
  poisonedForm,
  poisonedFormBody,
  poisons,
} from '../../support/a-poison.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'
import { pushedAt, pushingPhones, type Written } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'

const municipality = MunicipalityId.parse('testby')
const crypto = fakeCrypto()
const { hasher, seals } = crypto
const { newPhone, write, push } = pushingPhones(crypto)

const none = Number.POSITIVE_INFINITY
const noShape = { depth: none, elements: none, values: none }
const noLimits: ContentLimits = { sealed: none, bytes: none, shape: noShape }

const honestNote: Written = {
  form: poisonedForm,
  text: (author) => noteText(author, [honestAnswer]),
}

/** What becomes of an entry: what its phone is told, or that projecting it threw. */
async function outcomeOf(written: Written, contentLimits: ContentLimits): Promise<string | null> {
  const database = memorySyncDatabase()
  const forms = StreamId.parse(`${municipality}/real/*/forms`)
  const body = {
    kind: 'put',
    docId: poisonedForm,
    schema: 'questionnaire@1',
    body: poisonedFormBody,
  }
  await database.transaction(({ streams }) =>
    writeVersions(streams, forms, [{ ...body, kind: 'put' }], { hasher, now: pushedAt }),
  )
  const phone = await newPhone(municipality)
  await write(phone, municipality, 1, written)
  await push((work) => database.transaction(({ inbox }) => work(inbox)), phone, municipality)
  const ports = {
    seals,
    hasher,
    contentLimits,
    zones: new Set([ZoneId.parse('nord-1')]),
    wordResponse: wordedResponse,
    judge: (): Verdict => ({ kind: 'effect', marks: [] }),
    isIdTaken,
    said: saidOfItself,
  }
  try {
    await database.transaction((stores) => projectNext(stores, ports, pushedAt, new Set()))
  } catch (error) {
    if (error instanceof ProjectionFault) return 'threw'
    throw error
  }
  const [row] = database.committed().inbox.values()
  return row?.notice?.reason ?? row?.notice?.kind ?? null
}

describe('with the limits', () => {
  test.each(['nestedTooDeep', 'tooManyItems', 'tooLarge'] as const)(
    'an entry that is %s is quarantined by that name',
    async (kind) => {
      expect(await outcomeOf(poisons[kind](), usualContentLimits)).toBe(kind)
    },
  )

  test('an ordinary note has its effect', async () => {
    expect(await outcomeOf(honestNote, usualContentLimits)).toBe('applied')
  })

  test('what is too large is not even opened', async () => {
    const limits = { ...noLimits, sealed: usualContentLimits.sealed }

    expect(await outcomeOf(poisons.tooLarge(), limits)).toBe('tooLarge')
  })

  test('what is larger than its sealed bytes say is not parsed', async () => {
    const limits = { ...noLimits, bytes: usualContentLimits.bytes }

    expect(await outcomeOf(poisons.tooLarge(), limits)).toBe('tooLarge')
  })
})

describe('without them', () => {
  test('depth ends the stack of what reads it', async () => {
    expect(await outcomeOf(poisons.nestedTooDeep(), noLimits)).toBe('threw')
  })

  test('thousands of answers and a text of any length come to every phone of the zone', async () => {
    expect(await outcomeOf(poisons.tooManyItems(), noLimits)).toBe('applied')
    expect(await outcomeOf(poisons.tooLarge(), noLimits)).toBe('applied')
  })
})
