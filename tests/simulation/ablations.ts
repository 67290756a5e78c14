import type { PaceName } from './pace.ts'

type LeftOut = {
  /** What is then to go wrong. */
  consequence: string
  /** The invariant that says so. «Not settled»: its only effect is that something never comes. */
  shownBy: RegExp
  /** The life in which it is soon missed; the usual and the rushed one by turns when nothing is said. */
  pace?: PaceName
  /** The life that is tried first. */
  from?: number
}

/** Every mechanism that the simulation can leave out. */
export const ablations = {
  witness: {
    consequence: 'a restored server is laid upon what another history wrote',
    shownBy: /what was staged of .* is not what the server signed/,
    pace: 'restored',
  },
  floor: {
    consequence: 'a device that was away too long never hears of a deletion',
    shownBy: /it still has .*, which was deleted/,
    pace: 'compacted',
  },
  answerSignature: {
    consequence: 'a proxy says who gets the keys of streams',
    shownBy: /gets a copy of the key of .*, and is not listed/,
  },
  headSignature: {
    consequence: 'a stream that somebody planted is called verified',
    shownBy: /called (verified|older) and was never signed/,
  },
  root: {
    consequence: 'a document that somebody altered is called verified',
    shownBy: /called (verified|older) and was never signed/,
  },
  chunkCheck: {
    consequence: 'an altered document is sealed anew with its neighbours, and pinned',
    shownBy: /was altered, and is pinned/,
    pace: 'tampered',
  },
  headOrder: {
    consequence:
      'a copy that lags behind, or a cache that was put back, is shown as the newest that she has seen',
    shownBy: /below what she has seen and does not say so|went below what .* has pinned/,
  },
  highest: {
    consequence:
      'a restored server is never told what it once signed, and no phone ever follows it',
    shownBy: /^not settled: .*/,
  },
  epoch: {
    consequence: 'a restored server goes on below what its phones have seen',
    shownBy: /goes on with .* below what a phone has seen/,
  },
  resetNaming: {
    consequence: 'a phone waits for ever for the head that the server has lost',
    shownBy: /^not settled: .*/,
  },
  bucketDelta: {
    consequence: 'what is written during a build is missing from it',
    shownBy: /it (lacks|still has|has another) /,
    pace: 'large',
  },
  listedHolders: {
    consequence: 'an employee who has lost a stream gets its next key',
    shownBy: /gets a copy of the key of .*, and is not listed/,
  },
  certifiedKey: {
    consequence: 'a key that somebody planted gets a copy of every key',
    shownBy: /gets a copy of the key of .*, and is not listed/,
  },
  newGeneration: {
    consequence: 'an employee who has lost a stream can open what is written after',
    shownBy: /has lost .*, and has had the key of what is written now/,
  },
  generationMaker: {
    consequence:
      'a stranger who once had a stream plants it again, and has the key of what is written after',
    shownBy: /a stranger has the key of what is written now/,
  },
  oldSealingKey: {
    consequence: 'what was sealed before a rotation is never read',
    shownBy: /^not settled: entries wait for their effect/,
  },
  reseals: {
    consequence: 'what was sealed to a lost key is never read',
    shownBy: /^not settled: entries wait for their effect/,
  },
  oneEffect: {
    consequence: 'an entry that was sealed again has two effects',
    shownBy: /had its effect [2-9] times/,
  },
  atomicCommit: {
    consequence: 'a crash leaves a checkpoint without its documents',
    shownBy: /is honest and called unverified/,
  },
  generation: {
    consequence: 'a rebuilt stream is shown before it is complete',
    shownBy: /is honest and called unverified/,
  },
  pageCheck: {
    consequence: 'a late page is staged where it does not belong',
    shownBy: /what was staged of .* is not what the server signed/,
    pace: 'large',
    from: 47,
  },
  snapshot: {
    consequence: 'rows and head are of two different moments',
    shownBy: /is of another moment than the head that it comes with/,
  },
  streamLock: {
    consequence: 'two writers take the same place in the sequence',
    shownBy: /two writers took the same place/,
  },
  duplicateDetection: {
    consequence: 'an entry sent twice is taken twice',
    shownBy: /was taken twice/,
  },
  sameBytes: {
    consequence: 'an entry signed again looks like another one',
    shownBy: /a conflict on a device that is alone/,
  },
  effectOnce: {
    consequence: 'a crash between effect and mark repeats the effect',
    shownBy: /had its effect [2-9] times/,
  },
  deviceHead: {
    consequence: 'what a restored server lost is never sent again',
    shownBy: / is lost$/,
  },
  landmarks: {
    consequence: 'a clone filled the numbers of what a restored server lost',
    shownBy: / is lost$/,
  },
  takenLine: {
    consequence: 'what a clone took the number of between two landmarks is never sent again',
    shownBy: / is lost$/,
    pace: 'copied',
    // Hardly one in a hundred lives meets it: the search begins just before one that does.
    from: 699,
  },
  takenConflicts: {
    consequence: 'a phone takes for received what became a conflict after a restore',
    shownBy: /is a conflict, and the device does not know it/,
    pace: 'copied',
    from: 29,
  },
  emptyPush: {
    consequence: 'a device with nothing to send never learns what the server lost',
    shownBy: / is lost$/,
  },
  prevHash: {
    consequence: 'two clones write one line of entries',
    shownBy: /does not follow the one before it/,
  },
  endDevice: {
    consequence: 'a clone goes on under numbers that are taken',
    shownBy: /goes on under numbers that are taken/,
  },
  rights: {
    consequence: 'a note of somebody who never had the zone is in its journal',
    shownBy: /a zone that its author never had/,
  },
  contact: {
    consequence: 'a note of somebody whose phone knew that she had lost the zone is in its journal',
    shownBy: /had heard that its author lost the zone/,
  },
  receipt: {
    consequence: 'a receipt is shown for what the server never had',
    shownBy: /a receipt for .*, which the server never held/,
  },
  noticeCursor: {
    consequence: 'a cursor of another history hides a quarantine',
    shownBy: /is quarantined, and its phone is not told/,
    pace: 'restored',
  },
  keepOutbox: {
    consequence: 'losing a zone takes unsent entries along',
    shownBy: /was deleted from its device/,
  },
  nonce: {
    consequence: 'an answer to somebody else counts',
    shownBy: /a receipt for .*, which the server never held/,
  },
  replay: {
    consequence: 'what she has just said is not on her phone until the server gives it back',
    shownBy: /does not show .*, which was said on it/,
    pace: 'facts',
  },
  eachOnce: {
    consequence: 'a fact that was sealed again is shown as another one',
    shownBy: /shows .*, which nobody said/,
    pace: 'facts',
  },
  duties: {
    consequence: 'a nurse confirms or closes an incident',
    shownBy: /stands, and its author may not/,
    pace: 'facts',
  },
  placedInTime: {
    consequence: 'a phone whose clock is fast decides what was said last',
    shownBy: /was said after it was received/,
    pace: 'facts',
  },
  halving: {
    consequence: 'a proxy with a small limit stops the outbox for ever',
    shownBy: /^not settled: .* has unsent entries/,
  },
  slowing: {
    consequence: 'a line that is too slow for a batch stops the outbox for ever',
    shownBy: /^not settled: .* has unsent entries/,
  },
  abort: {
    consequence: 'an answer that never comes stops everything',
    shownBy: /waits for ever for an answer/,
  },
  questionLimit: {
    consequence: 'the question who is signed in is never answered, and nothing comes after it',
    shownBy: /waits for ever for an answer from .*session/,
  },
  silence: {
    consequence:
      'an answer that stops in the middle is waited for, and the line may be back for minutes',
    shownBy: /waits in silence for an answer/,
    pace: 'lines',
  },
  proof: {
    consequence: 'a long note is sent into silence, and nothing else is tried for minutes',
    shownBy: /waits in a long silence for an answer/,
    pace: 'lines',
    from: 30,
  },
  progress: {
    consequence: 'a line that carries a little each time is tried ever more seldom',
    shownBy: /is left alone for .* although its line has just carried something/,
    pace: 'lines',
  },
  retry: {
    consequence: 'a line that comes back without a word is never tried again',
    shownBy: /^not settled: .*/,
    pace: 'lines',
  },
  pushWithoutSession: {
    consequence: 'entries wait for a sign-in that nobody makes',
    shownBy: /^not settled: .* has unsent entries/,
  },
} as const satisfies Record<string, LeftOut>

export type Ablation = keyof typeof ablations

export function isAblation(name: string): name is Ablation {
  return Object.hasOwn(ablations, name)
}
