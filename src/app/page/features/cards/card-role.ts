import type { CardRole } from '#domain/cards/action-card.ts'
import type { Role } from '#domain/base/role.ts'

const roleOnCards = {
  nurse: 'A',
  shiftLead: 'V',
  sectionLeader: 'L',
  hdu: 'H',
  administrator: 'B',
} as const satisfies Record<Role, CardRole>

/** Whose steps on a card an employee sees first. */
export function cardRoleOf(role: Role): CardRole {
  return roleOnCards[role]
}

/**
 * The roles that stand above the steps, one's own first. The shift lead is the one everybody works
 * with; for her it is those on the route. The others are read under «Alle», unless an address asks for one.
 */
export function cardRolesBeside(own: CardRole, asked: CardRole | null): CardRole[] {
  return [...new Set([own, own === 'V' ? 'A' : 'V', asked ?? own] as const)]
}
