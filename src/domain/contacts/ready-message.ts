import * as z from 'zod/mini'

/** Whom a ready message is for. */
export const ReadyMessageTo = z.enum(['patient', 'nextOfKin'])
export type ReadyMessageTo = z.infer<typeof ReadyMessageTo>

const crisisNumberMark = '{krisenummer}'

/** A text that is sent as it is, without a name or anything about health: class `cards` (`readyMessage@1`). */
export const ReadyMessage = z.object({
  /** As `power-patient`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,79}$/)),
  to: ReadyMessageTo,
  /** When to use it, as «Strømmen er borte». */
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  text: z.string().check(z.minLength(1), z.maxLength(320)),
  /** Added when the municipality has a crisis number, which takes the place of `{krisenummer}`. */
  numberText: z.string().check(z.maxLength(160), z.includes(crisisNumberMark)),
})
export type ReadyMessage = z.infer<typeof ReadyMessage>

export function messageToSend(
  { text, numberText }: Pick<ReadyMessage, 'text' | 'numberText'>,
  crisisNumber: string | null,
): string {
  if (crisisNumber === null) return text
  return `${text} ${numberText.replaceAll(crisisNumberMark, crisisNumber)}`
}
