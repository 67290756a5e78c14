import * as z from 'zod/mini'

const trimmed = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max))

/** What an account is called: a name of a person, a section or a zone. */
export const PlaceName = trimmed(60)
export const PersonalName = trimmed(100)

/** As it is typed; it is stored in lower case, because a phone's keyboard may capitalise the first letter. */
export const Username = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u))
export type Username = z.infer<typeof Username>

/** Helsepersonellregisteret's number. */
export const HprNumber = z.string().check(z.regex(/^\d{7,9}$/))

export const minPasswordLength = 12
export const NewPassword = z.string().check(z.minLength(minPasswordLength), z.maxLength(1000))
