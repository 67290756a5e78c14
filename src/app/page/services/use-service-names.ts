import type { ServiceCode } from '#domain/patient/service.ts'
import { useOpened } from './use-opened.ts'

/** What the municipality calls a service; the code itself of one that its table lacks. */
export function useServiceNames(): (code: ServiceCode) => string {
  const reading = useOpened((core) => core.reader.listServices())
  const table = reading?.kind === 'open' ? reading.value : []
  return (code) => table.find((row) => row.code === code)?.title ?? code
}
