import { MunicipalityId } from '#domain/base/ids.ts'

/** The id of the made-up municipality, whose passwords everybody knows. No other one may use it. */
export const demoMunicipality = MunicipalityId.parse('demo')
