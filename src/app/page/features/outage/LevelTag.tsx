import type { Patient } from '#domain/patient/patient.ts'
import type { PriorityLevel } from '#domain/patient/priority-level.ts'
import { Tag, type TagTone } from '../../ui/Tag.tsx'

const tones = {
  P1: 'harm',
  P2: 'deadline',
  P3: 'ordinary',
  P4: 'ordinary',
} satisfies Record<PriorityLevel, TagTone>

/** It renders nothing for a patient whom nobody has assessed. */
export function LevelTag({ patient: { priority } }: { patient: Patient }) {
  return priority === null ? null : <Tag text={priority.level} tone={tones[priority.level]} />
}
