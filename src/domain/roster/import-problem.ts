import * as z from 'zod/mini'
import { ChangedField } from './changed-field.ts'
import { ZoneName } from './zone-name.ts'

const Count = z.int().check(z.nonnegative())

/**
 * Why a row or a resource of a list could not be taken for a person. What clients of version 1 do not know stands in
 * optional fields, here and below: they word the kind alone.
 */
export const UnreadableReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['torn', 'tooManyColumns']), cells: Count, columns: Count }),
  z.object({ kind: z.literal('cellTooLong'), heading: z.string() }),
  z.object({
    kind: z.literal('nameMissing'),
    /** What else the line or resource says, and what is therefore left out. */
    leftOut: z.optional(z.string()),
  }),
  z.object({ kind: z.enum(['repeatedHeader', 'footer', 'zoneHeading']) }),
  z.object({
    kind: z.literal('notAPerson'),
    because: z.optional(
      z.enum(['shiftedCells', 'otherTable', 'lonelyCell', 'brokenLine', 'deleted']),
    ),
  }),
  z.object({
    kind: z.enum(['resourceNotUsed', 'resourceWithoutPatient']),
    resourceType: z.string(),
  }),
  z.object({
    kind: z.literal('resourceBroken'),
    resourceType: z.nullable(z.string()),
    /** Where in the resource the fault is. */
    field: z.optional(z.string()),
  }),
])
export type UnreadableReason = z.infer<typeof UnreadableReason>

/** Why a value is not simply taken as it stands. */
const ValueDoubt = z.enum([
  /** A spreadsheet's «#REF!». */
  'spreadsheetError',
  'personalNumber',
  'lostLetter',
  /** A service that is ended, applied for or refused, or a resource that is. */
  'notCurrent',
  'onHold',
  /** Taken as protected, for want of a clear answer. */
  'protected',
  /** Taken for the person of the line above. */
  'continued',
  /** The file ends in the middle of a line, and what stands there is shorter than elsewhere. */
  'maybeCut',
  /** Nothing in the list says which of the names is the family name. */
  'nameOrder',
])
export type ValueDoubt = z.infer<typeof ValueDoubt>

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
    kind: z.literal('unclearValue'),
    heading: z.string(),
    value: z.string(),
    because: z.optional(ValueDoubt),
    /** It stood where only telephones stand. */
    isPhone: z.optional(z.boolean()),
    firstLine: z.optional(Count),
  }),
  z.object({ kind: z.literal('unclearTime'), heading: z.string(), value: z.string() }),
  z.object({
    kind: z.literal('differentName'),
    name: z.string(),
    firstLine: Count,
    /** The record system has made the two one. */
    isReplaced: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('sharedEhrId'), ehrId: z.string(), firstLine: Count }),
  z.object({ kind: z.literal('sharedNumber'), firstLine: Count }),
  z.object({
    kind: z.literal('sameNameOnly'),
    firstLine: Count,
    hasSameBirth: z.optional(z.boolean()),
  }),
  z.object({
    kind: z.literal('otherAddress'),
    firstLine: Count,
    /** All in which the further row differs. */
    fields: z.optional(z.array(ChangedField)),
  }),
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
  z.object({
    kind: z.literal('unusedColumn'),
    heading: z.string(),
    /** A column of the same meaning stands before it. */
    isRepeated: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('formulaLike'), heading: z.string() }),
  z.object({ kind: z.enum(['repairedLetters', 'lostLetters']), count: Count }),
])
export type ImportWarning = z.infer<typeof ImportWarning>

/** Why a whole file is not taken in, or an import not undone. */
export const ImportRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['fileMissing', 'fileUnreadable', 'notAFile']) }),
  z.object({ kind: z.enum(['emptyFile', 'excelFile', 'pdfFile', 'zipFile', 'binaryFile']) }),
  z.object({ kind: z.enum(['documentFile', 'otherEncoding']) }),
  z.object({ kind: z.literal('markupFile'), isFhir: z.optional(z.boolean()) }),
  z.object({ kind: z.literal('fileTooLarge'), maxMegabytes: z.number() }),
  z.object({ kind: z.enum(['tooManyRows', 'tooManyColumns']), max: Count }),
  z.object({ kind: z.enum(['tooManyValues', 'nestedTooDeep']) }),
  z.object({
    kind: z.literal('noTable'),
    /** The headings that were found, none of which says who somebody is. */
    headings: z.optional(z.array(z.string())),
  }),
  z.object({
    kind: z.literal('noPeople'),
    because: z.optional(z.enum(['notFhir', 'errorAnswer'])),
  }),
  z.object({
    kind: z.literal('brokenJson'),
    /** JSON that is whole, but no list of everybody as she is now in FHIR R4. */
    because: z.optional(z.enum(['otherVersion', 'partOfList', 'history', 'repeatedKey'])),
    /** The version or key, or how much of how many. */
    found: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('unknownMapping'), name: z.string() }),
  z.object({ kind: z.literal('unknownSection'), section: z.string() }),
  z.object({ kind: z.enum(['foreignZones', 'newZones']), zones: z.array(ZoneName) }),
  z.object({
    kind: z.literal('shrink'),
    zones: z.array(z.object({ zone: ZoneName, gone: Count, before: Count })),
  }),
  /** Columns that a leader must tell the meaning of first. Only clients that ask about them are answered so. */
  z.object({ kind: z.literal('unknownColumns'), headings: z.array(z.string()) }),
  z.object({ kind: z.literal('changedMeanwhile') }),
  /** A newer server wrote some of what stands there: this one would overwrite what it cannot read. */
  z.object({ kind: z.literal('olderServer'), documents: Count }),
  z.object({ kind: z.literal('nothingToRestore') }),
  /** The import that should be undone is not the newest: what it replaced is older than what stands. */
  z.object({ kind: z.literal('newerImport') }),
])
export type ImportRefusal = z.infer<typeof ImportRefusal>
