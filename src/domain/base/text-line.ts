import * as z from 'zod/mini'

/** One line that a person writes: without control characters, and nothing that turns or hides what is read. */
export function textLine(max: number) {
  return z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^\P{C}+$/u))
}
