import { type Benchmark, measurementOf } from './benchmark.ts'
import { measureInPage } from './browser-page.ts'

export const unlock: Benchmark = {
  name: 'unlock',
  about: 'from the last digit of the code to the first list',
  patients: 10_000,
  async measure(extent) {
    const { firstList = {}, firstListAfterUpdate = {} } = await measureInPage('unlock', extent)
    const about = `${extent.patients} patients in one zone: Argon2id, keys, all chunks opened, the overview and the top of the power list on the page`
    return [
      measurementOf('unlock', about, firstList, {
        atMost: { peer: 'floor:argon2id+chunks', times: 1.4 },
      }),
      measurementOf(
        'unlock-after-update',
        'the same, by a build that never read these lists and therefore parses all of them first',
        firstListAfterUpdate,
        { milliseconds: 1_200 },
      ),
    ]
  },
}

export const search: Benchmark = {
  name: 'search',
  about: 'one key typed into the search',
  patients: 10_000,
  async measure(extent) {
    const { key = {}, firstKey = {} } = await measureInPage('search', extent)
    const among = `among ${extent.patients} patients, the answer on the page`
    return [
      measurementOf('search-key', `95th percentile of the keys, ${among}`, key, {
        milliseconds: 50,
      }),
      measurementOf(
        'search-first-key',
        `the first key, half a second after the first list, ${among}`,
        firstKey,
        {
          milliseconds: 50,
        },
      ),
    ]
  },
}

export const countdown: Benchmark = {
  name: 'countdown',
  about:
    'an incident’s countdown, and a status that is pressed; beside a plain sort and paint of the same rows',
  patients: 10_000,
  async measure(extent) {
    const {
      first = {},
      again = {},
      repaint = {},
      press = {},
    } = await measureInPage('countdown', extent)
    const among = `${extent.patients} patients in the area, a fifth with a device, 200 rows on the page`
    return [
      measurementOf('countdown-first', `sorted and painted for the first time; ${among}`, first, {
        milliseconds: 200,
      }),
      measurementOf('countdown-again', `sorted and painted once more; ${among}`, again, {
        milliseconds: 200,
      }),
      measurementOf(
        'status-repaint',
        `95th percentile of 20 a round, from a status that is known until it is painted; ${among}`,
        repaint,
        { milliseconds: 50 },
      ),
      measurementOf(
        'status-press',
        `the same from the press: sealed, signed and on the disk before; ${among}`,
        press,
      ),
    ]
  },
}

export const writing: Benchmark = {
  name: 'writing',
  about: 'save a field durably, and sign a note; beside raw IndexedDB',
  patients: 1,
  async measure(extent) {
    const measured = await measureInPage('writing', extent)
    const { slowSave = {}, slowSigning = {}, usualSave = {}, usualSigning = {} } = measured
    const peer = 'floor:indexeddb'
    return [
      measurementOf(
        'field-save',
        '95th percentile of 40 a round, sealed and on the disk; the floor writes one such row in the clear',
        slowSave,
        { milliseconds: 30 },
      ),
      measurementOf(
        'signing',
        '95th percentile of 40 a round: sealed to the server and to the author, signed twice, numbered, on the disk',
        slowSigning,
        { milliseconds: 50 },
      ),
      measurementOf(
        'field-save-usual',
        'the middle of 40 a round; the floor is one strict put',
        usualSave,
        { atMost: { peer, times: 4.5 } },
      ),
      measurementOf(
        'signing-usual',
        'the middle of 40 a round; the floor is one strict put',
        usualSigning,
        { atMost: { peer, times: 11 } },
      ),
    ]
  },
}
