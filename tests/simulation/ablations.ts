/** Every mechanism that the simulation can leave out, and what is then to go wrong. */
export const ablations = {
  witness: 'a restored server is laid upon what another history wrote',
  floor: 'a device that was away too long never hears of a deletion',
  answerSignature: 'a proxy says who gets the keys of streams',
  headSignature: 'a stream that somebody planted is called verified',
  root: 'a document that somebody altered is called verified',
  chunkCheck: 'an altered document is sealed anew with its neighbours, and pinned',
  headOrder: 'a copy that lags behind takes a phone back to before what it has seen',
  highest: 'a restored server is never told what it once signed, and no phone follows it',
  epoch: 'a restored server goes on below what its phones have seen',
  resetNaming: 'a phone waits for ever for the head that the server has lost',
  bucketDelta: 'what is written during a build is missing from it',
  listedHolders: 'an employee who has lost a stream gets its next key',
  certifiedKey: 'a key that somebody planted gets a copy of every key',
  newGeneration: 'an employee who has lost a stream can open what is written after',
  generationMaker:
    'a stranger who once had a stream plants it again, and has the key of what is written after',
  oldSealingKey: 'what was sealed before a rotation is never read',
  reseals: 'what was sealed to a lost key is never read',
  oneEffect: 'an entry that was sealed again has two effects',
  atomicCommit: 'a crash leaves a checkpoint without its documents',
  generation: 'a rebuilt stream is shown before it is complete',
  pageCheck: 'a late page is staged where it does not belong',
  snapshot: 'rows and head are of two different moments',
  streamLock: 'two writers take the same place in the sequence',
  duplicateDetection: 'an entry sent twice is taken twice',
  sameBytes: 'an entry signed again looks like another one',
  effectOnce: 'a crash between effect and mark repeats the effect',
  deviceHead: 'what a restored server lost is never sent again',
  landmarks: 'a clone filled the numbers of what a restored server lost',
  emptyPush: 'a device with nothing to send never learns what the server lost',
  prevHash: 'two clones write one line of entries',
  endDevice: 'a clone goes on under numbers that are taken',
  rights: 'a note of somebody who never had the zone is in its journal',
  contact: 'a note of somebody whose phone knew that she had lost the zone is in its journal',
  receipt: 'a receipt is shown for what the server never had',
  noticeCursor: 'a cursor of another history hides a quarantine',
  keepOutbox: 'losing a zone takes unsent entries along',
  nonce: 'an answer to somebody else counts',
  halving: 'a proxy with a small limit stops the outbox for ever',
  slowing: 'a line that is too slow for a batch stops the outbox for ever',
  abort: 'an answer that never comes stops everything',
  questionLimit: 'the question who is signed in is never answered, and nothing comes after it',
  pushWithoutSession: 'entries wait for a sign-in that nobody makes',
} as const satisfies Record<string, string>

export type Ablation = keyof typeof ablations

export function isAblation(name: string): name is Ablation {
  return Object.hasOwn(ablations, name)
}
