/** How often things happen that go wrong only when they meet. */
export type Pace = {
  /** The share of pauses in which a machine is busy with something else. */
  busy: number
  twoPages: number
  locks: number
  diesEveryMilliseconds: number
  deadAtMostMilliseconds: number
  asksEveryMilliseconds: number
  writesEveryMilliseconds: number
  /** How often an employee signs something. */
  signsEveryMilliseconds: number
  /** The share of what is signed that the server has no form for, and that is not complete. */
  invalid: number
  backsUpEveryMilliseconds: number
  /** The share of servers that are ever restored from a backup, and how often those are. */
  restored: number
  restoresEveryMilliseconds: number
  compactsEveryMilliseconds: number
  /** The share of pulls that a compaction begins beside. */
  compactsBesidePull: number
  /** The age in minutes that a compaction leaves tombstones below, at most. */
  compactedMinutes: number
  /** The share of servers some of whose requests are answered by a copy that lags behind. */
  stale: number
  /** How often the server gets a new key, somebody writes in a profile, and another employee takes the phone. */
  rotatesEveryMilliseconds: number
  tampersEveryMilliseconds: number
  switchesEveryMilliseconds: number
  /** The share of servers that ever lose their root. */
  losesRoot: number
  pageDocuments: number
  /** How many patients a zone ever has beside the one who stays, and how many of them from the beginning. */
  patients: number
  firstPatients: number
  /** The share of faults that are somebody else's answer, beyond their own share. */
  mixedUp: number
  /** The share of faults that are a request which comes once more, beyond their own share. */
  repeated: number
  /** When a phone's profile is copied, at the latest. */
  copiedByMilliseconds: number
  /** Whether incidents run, and facts are said of them and of people, on phones whose clocks may be wrong. */
  facts: boolean
  /** For how long nobody meets the server at first. */
  aloneMilliseconds: number
  /** What lines and machines do of themselves; null in a life in which lines are as they are from the beginning. */
  lines: {
    /** How often a line becomes slower or faster. */
    changesEveryMilliseconds: number
    /** How often every connection of a phone goes silent, and for how long at most. Nobody is told when it is over. */
    silencesEveryMilliseconds: number
    silentAtMostMilliseconds: number
    /** How often a phone is started anew, and how often the server is; for so long at most it is away. */
    phoneRestartsEveryMilliseconds: number
    serverRestartsEveryMilliseconds: number
    downAtMostMilliseconds: number
    /** The share of notes that take minutes on a slow line. */
    longNotes: number
  } | null
}

const hour = 3_600_000

const usual: Pace = {
  busy: 0.05,
  twoPages: 0.3,
  locks: 0.5,
  diesEveryMilliseconds: 90_000,
  deadAtMostMilliseconds: 60_000,
  asksEveryMilliseconds: 40_000,
  writesEveryMilliseconds: 5_000,
  signsEveryMilliseconds: 25_000,
  invalid: 0.05,
  backsUpEveryMilliseconds: 90_000,
  restored: 0.5,
  restoresEveryMilliseconds: 150_000,
  compactsEveryMilliseconds: 60_000,
  compactsBesidePull: 0,
  compactedMinutes: 4,
  stale: 0.15,
  rotatesEveryMilliseconds: 150_000,
  tampersEveryMilliseconds: 120_000,
  switchesEveryMilliseconds: 120_000,
  losesRoot: 0.1,
  pageDocuments: Number.POSITIVE_INFINITY,
  patients: 14,
  firstPatients: 0,
  mixedUp: 0,
  repeated: 0,
  copiedByMilliseconds: 1_500_000,
  facts: false,
  aloneMilliseconds: 0,
  lines: null,
}

const rushed: Pace = {
  busy: 0.5,
  twoPages: 0.9,
  locks: 0.2,
  diesEveryMilliseconds: 20_000,
  deadAtMostMilliseconds: 5_000,
  asksEveryMilliseconds: 5_000,
  writesEveryMilliseconds: 3_000,
  signsEveryMilliseconds: 10_000,
  invalid: 0.3,
  backsUpEveryMilliseconds: 40_000,
  restored: 0.8,
  restoresEveryMilliseconds: 60_000,
  compactsEveryMilliseconds: 10_000,
  compactsBesidePull: 0.3,
  compactedMinutes: 0.2,
  stale: 0.4,
  rotatesEveryMilliseconds: 40_000,
  tampersEveryMilliseconds: 20_000,
  switchesEveryMilliseconds: 30_000,
  losesRoot: 0.3,
  pageDocuments: 3,
  patients: 14,
  firstPatients: 0,
  mixedUp: 0.5,
  repeated: 0,
  copiedByMilliseconds: 1_500_000,
  facts: false,
  aloneMilliseconds: 0,
  lines: null,
}

/**
 * In a rushed life meets often what seldom meets in a usual one. What a rare mechanism is for happens there within
 * some ten seeds, instead of once in a thousand. In the others one thing happens more often still: a zone with many
 * patients is fetched in many parts while it is written; a server is restored again and again, or keeps no history; profiles are
 * copied and pushes come twice; somebody writes in the profile all the time; lines become slow, connections go silent, and
 * phones and server are started anew.
 */
export const paces = {
  usual,
  rushed,
  large: {
    ...usual,
    patients: 40,
    firstPatients: 40,
    pageDocuments: 8,
    writesEveryMilliseconds: 1_000,
  },
  restored: {
    ...usual,
    signsEveryMilliseconds: 10_000,
    invalid: 0.7,
    restored: 1,
    restoresEveryMilliseconds: 40_000,
    backsUpEveryMilliseconds: 20_000,
  },
  compacted: { ...usual, compactsEveryMilliseconds: 10_000, compactedMinutes: 0.2 },
  copied: {
    ...usual,
    signsEveryMilliseconds: 10_000,
    restored: 1,
    restoresEveryMilliseconds: 40_000,
    backsUpEveryMilliseconds: 15_000,
    repeated: 0.7,
    copiedByMilliseconds: 120_000,
  },
  facts: { ...usual, signsEveryMilliseconds: 15_000, losesRoot: 0.2, facts: true },
  alone: { ...usual, signsEveryMilliseconds: 30_000, facts: true, aloneMilliseconds: 6 * hour },
  rushedFacts: { ...rushed, facts: true },
  lines: {
    ...usual,
    signsEveryMilliseconds: 15_000,
    lines: {
      changesEveryMilliseconds: 60_000,
      silencesEveryMilliseconds: 60_000,
      silentAtMostMilliseconds: 200_000,
      phoneRestartsEveryMilliseconds: 150_000,
      serverRestartsEveryMilliseconds: 90_000,
      downAtMostMilliseconds: 30_000,
      longNotes: 0.15,
    },
  },
  tampered: { ...usual, writesEveryMilliseconds: 2_000, tampersEveryMilliseconds: 20_000 },
} as const satisfies Record<string, Pace>

export type PaceName = keyof typeof paces

export function isPace(name: string): name is PaceName {
  return Object.hasOwn(paces, name)
}
