import type { CardRole } from '#domain/action-card.ts'
import type { Role } from '#domain/role.ts'

const cardRoles = {
  nurse: 'A',
  shiftLead: 'V',
  sectionLeader: 'L',
  hdu: 'H',
  administrator: 'B',
} as const satisfies Record<Role, CardRole>

/** Whose steps on a card an employee sees first. */
export function cardRoleOf(role: Role): CardRole {
  return cardRoles[role]
}
