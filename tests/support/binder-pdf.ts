import type { Binder } from '#domain/binder/binder.ts'
import { layBinder, printLaidOutBinder, type BinderPdf } from '#pdf/binder-pdf.ts'
import type { Progress } from '#pdf/paint.ts'

/** Lays out and prints in one. */
export function binderPdf(
  { content, copy }: Binder,
  progress: Progress,
): Promise<BinderPdf | null> {
  const only = copy.replaces?.patients ?? null
  return printLaidOutBinder(layBinder(content, { only, now: copy.printedAt }), copy, progress)
}
