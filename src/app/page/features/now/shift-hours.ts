import { usualShiftHours } from '#domain/lists/shift.ts'

export const shiftHours = usualShiftHours
