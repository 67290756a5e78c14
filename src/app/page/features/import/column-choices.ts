import type { ColumnAnswer, ColumnQuestion } from '#domain/roster/column-question.ts'

/** What a column may be said to be, by why it is asked about. */
export const columnChoices = {
  healthFacts: [
    'cave',
    'criticalCondition',
    'infection',
    'diagnoses',
    'device',
    'resuscitation',
    'nutrition',
    'mobility',
    'communication',
    'doseTimes',
    'supervisionTimes',
    'remark',
    'ignored',
  ],
  nameOrder: ['nameFamilyFirst', 'name'],
} as const satisfies Record<ColumnQuestion['about'], readonly ColumnAnswer['column'][]>
