import type { Organisation, SaveAccountAnswer, SignInCode } from '#app/online/account-calls.ts'
import type { Account } from '#domain/accounts/account.ts'
import { EmployeeId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { monday } from './screen-bench.tsx'

const nord = SectionId.parse('nord')
const nord2 = ZoneId.parse('nord-2')

/** One section of one zone, with a leader and no list yet. */
export function anOrganisation(changed: Partial<Organisation> = {}): Organisation {
  return {
    kind: 'organisation',
    sections: [
      {
        id: nord,
        name: 'Nord',
        zones: [{ id: nord2, name: 'Nord 2', isInUse: true, employees: 3 }],
        employees: 3,
        leaders: ['Solveig Myhre'],
        listTakenAt: null,
        enrolled: 1,
      },
    ],
    accounts: 4,
    notSignedIn: 2,
    ...changed,
  }
}

export function aKeptAccount(changed: Partial<Account> = {}): Account {
  return {
    id: EmployeeId.parse('0a000000-0000-4000-8000-0000000000aa'),
    username: 'nina.bakken',
    name: 'Nina Bakken',
    title: 'Sykepleier',
    hprNumber: null,
    role: 'nurse',
    zones: [nord2],
    closedAt: null,
    signIn: { kind: 'password' },
    lastUsedAt: monday,
    devices: 1,
    mayChange: true,
    ...changed,
  }
}

export function aSignInCode(changed: Partial<SignInCode> = {}): SignInCode {
  const { id, name, username } = aKeptAccount()
  const expiresAt = plusMinutes(monday, 7 * 24 * 60)
  return { account: id, name, username, code: '7Q2M-K0V9-XHAB', expiresAt, ...changed }
}

/** What the server answers when an account was saved. */
export function savedAccount(code: SignInCode | null): SaveAccountAnswer {
  return { kind: 'saved', account: aKeptAccount(), code }
}
