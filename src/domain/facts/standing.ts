import type { Said } from './said.ts'

/**
 * What is said of one thing, as it stands: the fact that shows, and those that stand beside it because neither knew of the
 * other. The most worrying shows; among equals the later by the hybrid clock, then the greater entry id.
 */
export type Standing<Fact extends Said> = { shown: Fact; beside: readonly Fact[] }
