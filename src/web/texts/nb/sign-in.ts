/** The words of signing in in bokmål. */
export const signInNb = {
  signIn: 'Logg inn',
  signOut: 'Logg ut',
};
