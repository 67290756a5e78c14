import type { Benchmark } from './benchmark.ts'
import { binder } from './binder.ts'
import { store } from './store.ts'

/** In the order they are run and shown. */
export const benchmarks: readonly Benchmark[] = [store, binder]
