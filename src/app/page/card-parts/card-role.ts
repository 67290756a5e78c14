import type { CardRole } from '#domain/cards/action-card.ts'
import type { Role } from '#domain/base/role.ts'

const roleOnCards = {
  nurse: 'A',
  shiftLead: 'V',
  sectionLeader: 'L',
  hdu: 'H',
  administrator: 'B',
} as const satisfies Record<Role, CardRole>

/** The role whose steps on a card an employee sees first. */
export function cardRoleOf(role: Role): CardRole {
  return roleOnCards[role]
}

/**
 * The roles that can be chosen above the steps, the employee's own first. The second is the shift lead,
 * or the nurses for a shift lead. Other roles are under «Alle», unless the address names one.
 */
export function shownCardRoles(own: CardRole, requested: CardRole | null): CardRole[] {
  return [...new Set([own, own === 'V' ? 'A' : 'V', requested ?? own] as const)]
}
