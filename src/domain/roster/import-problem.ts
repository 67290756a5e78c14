import type { ZoneName } from './zone-name.ts'
import type { ListedFact } from './listed-person.ts'

/** Why a row or a resource of a list could not be taken for a person. */
export type UnreadableReason =
  | { kind: 'torn'; cells: number; columns: number }
  | { kind: 'tooManyColumns'; cells: number; columns: number }
  | { kind: 'cellTooLong'; heading: string }
  | { kind: 'nameMissing' }
  | { kind: 'repeatedHeader' }
  | { kind: 'footer' }
  | { kind: 'zoneHeading' }
  | { kind: 'notAPerson' }
  | { kind: 'resourceNotUsed'; resourceType: string }
  | { kind: 'resourceBroken'; resourceType: string | null }
  | { kind: 'resourceWithoutPatient'; resourceType: string }

/** What a leader should look at, though the row is taken. */
export type ImportWarning =
  | { kind: 'personalNumber'; value: string }
  | { kind: 'leadingZero' }
  | { kind: 'shortenedNumber'; value: string }
  | { kind: 'birthDate'; value: string }
  | { kind: 'unknownService'; code: string }
  | { kind: 'unknownDevice'; listedAs: string }
  | { kind: 'unclearValue'; heading: string; value: string }
  | { kind: 'unclearTime'; heading: string; value: string }
  | { kind: 'differentName'; name: string; firstLine: number }
  | { kind: 'weakIdentity' }
  | { kind: 'sharedEhrId'; ehrId: string; firstLine: number }
  | { kind: 'sharedNumber'; firstLine: number }
  | { kind: 'unusableId'; reason: 'placeholder' | 'shortened'; ehrId: string; count: number }
  | { kind: 'idOfMany'; field: 'personalNumber' | 'ehrId'; value: string; count: number }
  | { kind: 'sameNameOnly'; firstLine: number }
  | { kind: 'severalZones'; zone: string; firstLine: number }
  | { kind: 'otherAddress'; firstLine: number }
  | { kind: 'inactive'; status: string }
  | { kind: 'unusedColumn'; heading: string }
  | { kind: 'repairedLetters'; count: number }
  | { kind: 'lostLetters'; count: number }
  | { kind: 'formulaLike'; heading: string }
  | { kind: 'keptUnreadable' }
  | { kind: 'ragged' }

/** Why a whole file is not taken in. */
export type ImportRefusal =
  | { kind: 'fileMissing' | 'fileUnreadable' | 'notAFile' }
  | { kind: 'emptyFile' | 'excelFile' | 'pdfFile' | 'zipFile' | 'binaryFile' }
  | { kind: 'documentFile' | 'markupFile' | 'otherEncoding' }
  | { kind: 'fileTooLarge'; maxMegabytes: number }
  | { kind: 'tooManyRows'; max: number }
  | { kind: 'tooManyColumns'; max: number }
  | { kind: 'tooManyValues' | 'nestedTooDeep' }
  | { kind: 'noTable' }
  | { kind: 'noPeople' }
  | { kind: 'brokenJson' }
  | { kind: 'unknownMapping'; name: string }
  | { kind: 'unknownSection'; section: string }
  | { kind: 'foreignZones'; zones: ZoneName[] }
  | { kind: 'newZones'; zones: ZoneName[] }
  | { kind: 'shrink'; zones: { zone: ZoneName; gone: number; before: number }[] }
  | { kind: 'changedMeanwhile' }
  /** A newer server wrote some of what stands there: this one would overwrite what it cannot read. */
  | { kind: 'olderServer'; documents: number }
  | { kind: 'nothingToRestore' }
  /** The import that should be undone is not the newest: what it replaced is older than what stands. */
  | { kind: 'newerImport' }

/** A field of a patient that an import changed; `name` to `zone` are who and where she is. */
export type ChangedField =
  | 'name'
  | 'bornOn'
  | 'personalNumber'
  | 'ehrId'
  | 'zone'
  | Exclude<ListedFact, 'codes'>
  | 'codes'
