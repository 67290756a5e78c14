/** What screens say of a fact that was just said. */
export const saying = {
  stored: (name: string) => `Lagret: ${name}.`,
  undo: 'Angre',
  undoNamed: (name: string) => `Angre: ${name}`,
} as const
