import { MunicipalityId } from '#domain/base/ids.ts'

/** The id that is kept for the made-up municipality, whose people have passwords that everybody knows. */
export const demoMunicipality = MunicipalityId.parse('demo')
