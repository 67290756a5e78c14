import * as z from 'zod/mini'
import { EmployeeId } from './ids.ts'

/** Who writes, as her phone names her; what is shown to others names her as her account does. */
export const Author = z.object({
  employeeId: EmployeeId,
  name: z.string(),
  title: z.nullable(z.string()),
  hprNumber: z.nullable(z.string()),
})
export type Author = z.infer<typeof Author>
