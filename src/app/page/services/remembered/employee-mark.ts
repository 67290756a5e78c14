/** Where the page keeps the id of the employee who unlocked here last. */
export const employeeKey = 'beredt.employee'

/** Stands there instead when she has handed the phone over. */
export const handedOver = 'handed-over'
