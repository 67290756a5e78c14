/** Ends the session of the request, if there is one; answers 204. */
export const signOutPath = '/api/sign-out'
