import type { EmployeeId, MunicipalityId, SectionId } from '#domain/base/ids.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { ColumnAnswer } from '#domain/roster/column-question.ts'
import type { ColumnMapping } from '#domain/roster/list-column.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../../database/database.ts'

/** How a section's lists are read where Beredt does not know a heading itself. */
export async function readColumnAnswers(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<ColumnMapping> {
  const rows = await transaction
    .selectFrom('columnAnswer')
    .select(['heading', 'readAs as column'])
    .where('sectionId', '=', section)
    .orderBy('foldedHeading')
    .execute()
  return Object.fromEntries(
    rows.map((row) => ColumnAnswer.parse(row)).map(({ heading, column }) => [heading, column]),
  )
}

export async function saveColumnAnswer(
  transaction: DatabaseTransaction,
  place: { municipalityId: MunicipalityId; sectionId: SectionId },
  { heading, column }: ColumnAnswer,
  answered: { answeredAt: Instant; answeredById: EmployeeId | null },
): Promise<void> {
  const values = { heading, readAs: column, ...answered }
  await transaction
    .insertInto('columnAnswer')
    .values({ ...place, foldedHeading: foldText(heading), ...values })
    .onConflict((known) =>
      known.columns(['municipalityId', 'sectionId', 'foldedHeading']).doUpdateSet(values),
    )
    .execute()
}
