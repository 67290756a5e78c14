import * as z from 'zod/mini'
import { ZoneName } from './zone-name.ts'

const Count = z.int().check(z.nonnegative())

/** Why a row or a resource of a list could not be taken for a person. */
export const UnreadableReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['torn', 'tooManyColumns']), cells: Count, columns: Count }),
  z.object({ kind: z.literal('cellTooLong'), heading: z.string() }),
  z.object({
    kind: z.enum(['nameMissing', 'repeatedHeader', 'footer', 'zoneHeading', 'notAPerson']),
  }),
  z.object({
    kind: z.enum(['resourceNotUsed', 'resourceWithoutPatient']),
    resourceType: z.string(),
  }),
  z.object({ kind: z.literal('resourceBroken'), resourceType: z.nullable(z.string()) }),
])
export type UnreadableReason = z.infer<typeof UnreadableReason>

/** What a leader should look at, though the row is taken. */
export const ImportWarning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['personalNumber', 'shortenedNumber', 'birthDate']),
    value: z.string(),
  }),
  z.object({ kind: z.enum(['leadingZero', 'weakIdentity', 'keptUnreadable', 'ragged']) }),
  z.object({ kind: z.literal('unknownService'), code: z.string() }),
  z.object({ kind: z.literal('unknownDevice'), listedAs: z.string() }),
  z.object({
    kind: z.enum(['unclearValue', 'unclearTime']),
    heading: z.string(),
    value: z.string(),
  }),
  z.object({ kind: z.literal('differentName'), name: z.string(), firstLine: Count }),
  z.object({ kind: z.literal('sharedEhrId'), ehrId: z.string(), firstLine: Count }),
  z.object({ kind: z.enum(['sharedNumber', 'sameNameOnly', 'otherAddress']), firstLine: Count }),
  z.object({
    kind: z.literal('unusableId'),
    reason: z.enum(['placeholder', 'shortened']),
    ehrId: z.string(),
    count: Count,
  }),
  z.object({
    kind: z.literal('idOfMany'),
    field: z.enum(['personalNumber', 'ehrId']),
    value: z.string(),
    count: Count,
  }),
  z.object({ kind: z.literal('severalZones'), zone: z.string(), firstLine: Count }),
  z.object({ kind: z.literal('inactive'), status: z.string() }),
  z.object({ kind: z.enum(['unusedColumn', 'formulaLike']), heading: z.string() }),
  z.object({ kind: z.enum(['repairedLetters', 'lostLetters']), count: Count }),
])
export type ImportWarning = z.infer<typeof ImportWarning>

/** Why a whole file is not taken in, or an import not undone. */
export const ImportRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['fileMissing', 'fileUnreadable', 'notAFile']) }),
  z.object({ kind: z.enum(['emptyFile', 'excelFile', 'pdfFile', 'zipFile', 'binaryFile']) }),
  z.object({ kind: z.enum(['documentFile', 'markupFile', 'otherEncoding']) }),
  z.object({ kind: z.literal('fileTooLarge'), maxMegabytes: z.number() }),
  z.object({ kind: z.enum(['tooManyRows', 'tooManyColumns']), max: Count }),
  z.object({ kind: z.enum(['tooManyValues', 'nestedTooDeep']) }),
  z.object({ kind: z.enum(['noTable', 'noPeople', 'brokenJson']) }),
  z.object({ kind: z.literal('unknownMapping'), name: z.string() }),
  z.object({ kind: z.literal('unknownSection'), section: z.string() }),
  z.object({ kind: z.enum(['foreignZones', 'newZones']), zones: z.array(ZoneName) }),
  z.object({
    kind: z.literal('shrink'),
    zones: z.array(z.object({ zone: ZoneName, gone: Count, before: Count })),
  }),
  z.object({ kind: z.literal('changedMeanwhile') }),
  /** A newer server wrote some of what stands there: this one would overwrite what it cannot read. */
  z.object({ kind: z.literal('olderServer'), documents: Count }),
  z.object({ kind: z.literal('nothingToRestore') }),
  /** The import that should be undone is not the newest: what it replaced is older than what stands. */
  z.object({ kind: z.literal('newerImport') }),
])
export type ImportRefusal = z.infer<typeof ImportRefusal>
