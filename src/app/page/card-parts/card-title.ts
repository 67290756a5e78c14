import type { ActionCard } from '#domain/cards/action-card.ts'

/** «Bortfall av ekom (mobil, telefoni, internett)» as a title one reads at a glance, and what it is about below. */
export function cardTitle({ title }: ActionCard): { title: string; about: string | null } {
  const [, short = title, about = null] = /^(.+?) \((.+)\)$/.exec(title) ?? []
  return {
    title: short,
    about: about === null ? null : about.charAt(0).toUpperCase() + about.slice(1),
  }
}
