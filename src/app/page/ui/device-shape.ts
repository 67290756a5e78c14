/** What an employee would call what she holds: a wide screen with a mouse is a computer. */
export function deviceShape(): 'phone' | 'computer' {
  return matchMedia('(min-width: 800px) and (hover: hover) and (pointer: fine)').matches
    ? 'computer'
    : 'phone'
}
