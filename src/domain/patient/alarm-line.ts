import * as z from 'zod/mini'

/** The mobile networks of Norway that an alarm may send through, as lists write them. */
const networks = ['Telenor', 'Telia', 'Ice']

const twoSims = /(?:^| )(?:(?:2|to|dobb?elt|dual|multi) ?sim|sim ?x? ?2)/

/** Through whom an alarm reaches its centre. One network may be silent and another not; with two SIM it tries both. */
export const AlarmLine = z.object({
  /** Null while nobody has found out. */
  sims: z.nullable(z.union([z.literal(1), z.literal(2)])),
  /** As the list writes them, as «Telia»; none while nobody has found out. */
  operators: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(2)),
})
export type AlarmLine = z.infer<typeof AlarmLine>

/** What a text says of the line, as «Telia, to SIM-kort» does; null when it says nothing of it. */
export function readAlarmLine(text: string): AlarmLine | null {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const words = plain.split(' ')
  const operators = networks.filter((name) => words.includes(name.toLowerCase())).slice(0, 2)
  const hasTwo = twoSims.test(plain) || operators.length > 1
  const hasOne = /(?:^| )(?:1|ett|et) ?sim/.test(plain)
  const sims = hasTwo ? 2 : hasOne ? 1 : null
  return sims === null && operators.length === 0 ? null : { sims, operators }
}
