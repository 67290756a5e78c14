import { describe, expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { Note } from '#domain/entries/note.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const own = ZoneId.parse('nord-2')
const accountId = await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [own] })
const phone = await enrolledDevice(server, await signIn(bench, 'nurse'), crypto)
const note = { zone: own, patientId: await rights.aPatient(own) }

describe('what an entry says of itself', () => {
  test('is not how its author is called', async () => {
    const author = { name: 'Dr. Hansen', title: 'Fastlege', hprNumber: '1234567' }

    const entryId = await rights.send(phone, { ...note, author })
    const found = await rights.journal(own, entryId)

    expect(Note.parse(found?.body).author).toEqual({
      employeeId: accountId,
      name: 'Kari Nordmann',
      title: 'Sykepleier',
      hprNumber: null,
    })
  })

  test('is not how its questions and choices are worded', async () => {
    const forged = { code: 'given', display: 'Ikke gitt' }

    const entryId = await rights.send(phone, {
      ...note,
      item: [
        { linkId: 'text', text: 'Seponert av lege', answer: [{ valueString: 'Frokost' }] },
        { linkId: 'outcome', text: 'Dosen (g)', answer: [{ valueCoding: forged }] },
      ],
    })
    const found = await rights.journal(own, entryId)

    expect(Note.parse(found?.body).response.item).toEqual([
      { linkId: 'text', text: 'Hva gjorde du?', answer: [{ valueString: 'Frokost' }] },
      {
        linkId: 'outcome',
        text: 'Dosen (mg)',
        answer: [{ valueCoding: { code: 'given', display: 'Gitt' } }],
      },
    ])
  })

  test.each([
    ['within five minutes is a fast clock', 5, []],
    ['beyond that is marked', 6, ['eventAhead', 'writtenAhead']],
  ])('of a time %s', async (_name, minutes, expected) => {
    const ahead = plusMinutes(bench.now(), minutes)

    const entryId = await rights.send(phone, { ...note, eventAt: ahead, writtenAt: ahead })

    const found = await rights.journal(own, entryId)

    expect(Note.parse(found?.body).marks).toEqual(expected)
  })
})
