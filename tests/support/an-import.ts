import { ImportRunId } from '#domain/base/ids.ts'
import type { ImportPreview } from '#app/online/api.ts'

/** What the server says of a week's list that changes little and asks nothing. */
export function aPreview(fields: Partial<ImportPreview> = {}): ImportPreview {
  return {
    kind: 'preview',
    preview: 'the file as it was read',
    format: { kind: 'table', encoding: 'windows-1252', separator: ';' },
    rows: 14,
    people: 12,
    merged: 0,
    added: 1,
    changed: 2,
    unchanged: 9,
    gone: 0,
    services: {},
    unreadable: [],
    warnings: [],
    changes: [],
    addedPeople: [],
    gonePeople: [],
    questions: { newZones: [], shrink: [] },
    ...fields,
  }
}

/** The import that a list became. */
export const takenRun = ImportRunId.parse('0f000000-0000-4000-8000-000000000001')

export function aWeekList(name = 'uke48.csv'): File {
  return new File(['Navn;Sone\r\nGravdal, Åshild;nord-2\r\n'], name, { type: 'text/csv' })
}
