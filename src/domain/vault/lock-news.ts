import * as z from 'zod/mini'
import { EmployeeId } from '../base/ids.ts'

/** `erased`: the keys are destroyed, so that nothing can be stored under them first. */
export const LockNews = z.object({
  kind: z.enum(['locked', 'erased']),
  employeeIds: z.array(EmployeeId),
})
export type LockNews = z.infer<typeof LockNews>

/** Tells the other tabs of this browser that an employee was locked. It is quick, and may not arrive. */
export interface LockNewsChannel {
  tell(news: LockNews): void
  listen(listener: (news: LockNews) => void): void
}

/** For a device without other tabs, or a browser without channels: the count of locks says the same later. */
export const noLockNews: LockNewsChannel = { tell() {}, listen() {} }
