import * as z from 'zod/mini'
import { EmployeeListRefusal, ListedEmployee } from '#domain/accounts/listed-employee.ts'
import { SignInCode } from './accounts.ts'

/** The request's body is the file, byte by byte, as that of an import. */
export const EmployeeListQuery = z.object({
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type EmployeeListQuery = z.infer<typeof EmployeeListQuery>

/** Makes the accounts that a preview showed: the same file against the same accounts, or nothing. */
export const TakeEmployeeListQuery = z.extend(EmployeeListQuery, {
  preview: z.string(),
  acceptNewPlaces: z.optional(z.literal('yes')),
})
export type TakeEmployeeListQuery = z.infer<typeof TakeEmployeeListQuery>

/** Sections and zones that the list names and the municipality does not have. */
export const NewPlaces = z.object({
  sections: z.array(z.string()),
  zones: z.array(z.object({ section: z.string(), name: z.string() })),
})
export type NewPlaces = z.infer<typeof NewPlaces>

export const EmployeeListRefused = z.object({
  kind: z.literal('refused'),
  refusal: EmployeeListRefusal,
})

export const EmployeeListPreview = z.object({
  kind: z.literal('preview'),
  /** Identifies the file and all that it was compared with. */
  preview: z.string(),
  rows: z.array(ListedEmployee),
  newPlaces: NewPlaces,
  /** Headings that are not read. */
  unread: z.array(z.string()),
})
export type EmployeeListPreview = z.infer<typeof EmployeeListPreview>

export const PreviewEmployeeListAnswer = z.discriminatedUnion('kind', [
  EmployeeListPreview,
  EmployeeListRefused,
])
export type PreviewEmployeeListAnswer = z.infer<typeof PreviewEmployeeListAnswer>

/** The codes of the new accounts, to be printed: they are shown once. */
export const TakeEmployeeListAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), codes: z.array(SignInCode) }),
  EmployeeListRefused,
])
export type TakeEmployeeListAnswer = z.infer<typeof TakeEmployeeListAnswer>
