import type { Organisation } from '#app/online/account-calls.ts'
import type { Instant } from '#domain/time/instant.ts'
import { begin as words } from '#text/nb/screens/keeping/begin.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'

export type BeginStep = {
  title: string
  facts: string[]
  isDone: boolean
  /** What the administrator herself does about it. */
  action: { label: string; to: string } | null
}

/** How far the municipality has come, in the order in which one thing needs the other. */
export function beginSteps(
  { sections, accounts, notSignedIn }: Organisation,
  now: Instant,
): BeginStep[] {
  const zones = sections.flatMap((section) => section.zones).filter(({ isInUse }) => isInUse)
  const without = sections.filter((section) => !section.zones.some(({ isInUse }) => isInUse))
  const leaderless = sections.filter(({ leaders }) => leaders.length === 0)
  const hasPlaces = sections.length > 0 && without.length === 0
  const hasPeople = hasPlaces && leaderless.length === 0
  return [
    {
      title: words.sections.title,
      facts:
        sections.length === 0
          ? [words.sections.none]
          : [
              words.sections.has(sections.length, zones.length),
              ...(without.length === 0 ? [] : [words.sections.someWithout(namesOf(without))]),
            ],
      isDone: hasPlaces,
      action: { label: words.sections.action, to: paths.sections.to() },
    },
    {
      title: words.employees.title,
      facts: [
        // The administrator herself is the first account.
        accounts > 1 ? words.employees.has(accounts, notSignedIn) : words.employees.none,
        ...(accounts > 1 && leaderless.length > 0
          ? [words.employees.withoutLeader(namesOf(leaderless))]
          : []),
      ],
      isDone: hasPeople,
      action: { label: words.employees.action, to: paths.employees.to() },
    },
    {
      title: words.lists.title,
      facts: hasPeople
        ? sections.map(({ name, leaders, listTakenAt }) =>
            listTakenAt === null
              ? words.lists.waits(name, leaders)
              : words.lists.taken(name, momentWords(listTakenAt, now)),
          )
        : [words.lists.none],
      isDone: hasPeople && sections.every(({ listTakenAt }) => listTakenAt !== null),
      action: null,
    },
    {
      title: words.phones.title,
      facts: [
        words.phones.none,
        ...(hasPeople
          ? sections.map(({ name, enrolled, employees }) =>
              words.phones.has(name, enrolled, employees),
            )
          : []),
      ],
      isDone: hasPeople && sections.every(({ enrolled }) => enrolled > 0),
      action: { label: words.phones.action, to: paths.newPhones.to() },
    },
  ]
}

function namesOf(sections: readonly { name: string }[]): string[] {
  return sections.map(({ name }) => name)
}
