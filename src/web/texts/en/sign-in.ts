/** The words of signing in in English, with the keys of the bokmål catalogue. */
import type { signInNb } from '../nb/sign-in.ts';

export const signInEn: typeof signInNb = {
  signIn: 'Sign in',
  signOut: 'Sign out',
};
