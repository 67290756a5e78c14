import { PatientId } from '#domain/base/ids.ts'
import { type Random, seededRandom } from '../random.ts'
import type { CallingAblation } from './calling-ablations.ts'
import { type Asking, ask, callingLine, type CallingLine, isUp } from './calling-line.ts'
import { type Call, type CallingPhone, createCallingPhone } from './calling-phone.ts'
import { createCallServer } from './calling-server.ts'

const patientCount = 352
const callerCount = 6
const lastMinute = 10 * 60
const stepMinutes = 0.25

export type CallingResult = {
  failures: string[]
  /** When the last one was reached or on the visit list; null for never. */
  doneAfterMinutes: number | null
  /** Patients whom a second caller rang without knowing of the first. */
  rungTwice: number
}

type CallServer = ReturnType<typeof createCallServer>

/** Six people ring 352 people from one list. */
export function simulateCalling({
  seed,
  without = null,
}: {
  seed: number
  without?: CallingAblation | null
}): CallingResult {
  const random = seededRandom(seed)
  const patients = Array.from({ length: patientCount }, () => PatientId.parse(random.uuid()))
  const server = createCallServer(patients, without)
  const phones = Array.from({ length: callerCount }, (_, n) => {
    const phone = createCallingPhone(n, random, without)
    return { phone, contact: inContact(phone, callingLine(n, random), { server, random }) }
  })
  const calls: Call[] = []
  let now = 0
  while (now < lastMinute && !server.isDone()) {
    for (const { phone, contact } of phones) {
      if (!contact(now) || now < phone.busyUntil) continue
      const next = phone.next(now)
      if (next !== null) calls.push(phone.call(next, now))
    }
    now += stepMinutes
  }
  const rung = rungUnknown(calls)
  const isDone = server.isDone()
  return {
    failures: [
      ...rung.flatMap(([first, second]) =>
        unwarned(first, second, server.movedTo(second.patientId, phones[second.phone]?.phone)),
      ),
      ...(isDone ? [] : ['not everybody is reached or on the visit list']),
    ],
    doneAfterMinutes: isDone ? now : null,
    rungTwice: new Set(rung.map(([{ patientId }]) => patientId)).size,
  }
}

/** Asks the server about once a minute. Answers whether the phone is alive. */
function inContact(
  phone: CallingPhone,
  line: CallingLine,
  { server, random }: { server: CallServer; random: Random },
): (now: number) => boolean {
  let asking: Asking | null = null
  return (now) => {
    if (line.diesAt !== null && now >= line.diesAt) return false
    if (asking === null) {
      if (random.chance(stepMinutes)) asking = ask(now, random)
      return true
    }
    if (asking.answer === null && now >= asking.arrivesAt) {
      if (isUp(line, now)) asking.answer = server.hear(phone, now)
      else asking = null
    }
    if (asking !== null && asking.answer !== null && now >= asking.comesBackAt) {
      // An answer may be lost although the question came through.
      if (isUp(line, now)) phone.answer(asking.answer, { sentAt: asking.sentAt, answeredAt: now })
      asking = null
    }
    return true
  }
}

/** Calls of one patient by two people, the second of whom did not have the mark of the first. */
function rungUnknown(calls: readonly Call[]): [Call, Call][] {
  const byPatient = new Map<PatientId, Call[]>()
  for (const call of calls) {
    byPatient.set(call.patientId, [...(byPatient.get(call.patientId) ?? []), call])
  }
  return [...byPatient.values()].flatMap((own) =>
    own.flatMap((second) =>
      own
        .filter((first) => first.phone !== second.phone && first.from < second.from)
        .filter((first) => !second.known.has(first.mark))
        .map((first): [Call, Call] => [first, second]),
    ),
  )
}

/** Until the server has moved the patient, the first is her only caller and cannot be warned. */
function unwarned(first: Call, second: Call, movedAt: number | null): string[] {
  if (!second.isWarned) return [`the second caller of ${second.patientId} was not warned`]
  const isFirstLate = movedAt !== null && first.from >= movedAt
  return isFirstLate && !first.isWarned
    ? [`the first caller of ${first.patientId} was not warned`]
    : []
}
