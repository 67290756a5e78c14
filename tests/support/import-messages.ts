import { SavedColumnMapping } from '#contract/imports/column-mappings.ts'
import { RestoreImport } from '#contract/imports/restore-import.ts'
import { SaveColumnAnswer } from '#contract/imports/save-column-answer.ts'
import { routes } from '#contract/routes.ts'

/** A valid message to each route of the import that reads its body as JSON. */
export const importMessages = {
  restoreImport: {
    route: routes.restoreImport,
    schema: RestoreImport,
    message: { section: 'nord', run: crypto.randomUUID() },
  },
  saveColumnAnswer: {
    route: routes.saveColumnAnswer,
    schema: SaveColumnAnswer,
    message: { section: 'nord', heading: 'Hjertesvikt', column: 'ignored' },
  },
  saveColumnMapping: {
    route: routes.saveColumnMapping,
    schema: SavedColumnMapping,
    message: { name: 'Vår liste', columns: { Navn: 'name' } },
  },
}
