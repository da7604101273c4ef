/** One-time links: made for somebody who is registered, mailed or printed on the terminal, used once. */
import { writeMail } from '../outbox/writing.ts';
import type { RecordSession } from '../tables.ts';
import { addressOfAccount } from './account-address.ts';
import type { TakeToken } from './better-auth.ts';
import { bodyOf, type Entry, entryFrom, type Inside, type LinkMail } from './inside.ts';
import { accountOf, claim, peopleWithAddress } from './people.ts';

/** The token of a new link for the account of an address; null when the address is nobody's. */
export async function makeLink(inside: Inside, address: string): Promise<string | null> {
  const people = await inside.asSignIn((session) => peopleWithAddress(session, address, inside.today()));
  const account = accountOf(people);
  return account === null ? null : await tokenFor(inside, account);
}

async function tokenFor({ auth }: Inside, account: string): Promise<string> {
  const made: string[] = [];
  const take: TakeToken = async (token) => void made.push(token);
  await auth.api.signInMagicLink({ body: { email: addressOfAccount(account), metadata: { take } }, headers: {} });
  const [token] = made;
  if (token === undefined) throw new Error('no link was made');
  return token;
}

/** Mails a link to an address that is somebody's, and does nothing for others: whoever asked is told the same. */
export async function mailLink(inside: Inside, address: string, mail: LinkMail): Promise<void> {
  const people = await inside.asSignIn((session) => peopleWithAddress(session, address, inside.today()));
  const account = accountOf(people);
  const addressee = people.staff?.email ?? people.dataSubject?.email;
  if (account === null || addressee === undefined) return;
  const { subjectLine, bodyText } = mail.compose(inside.sealLink(await tokenFor(inside, account)));
  await inside.asSignIn((session) =>
    // The outbox is one of the tables of a sign-in session; the builder's type is invariant and cannot see it.
    writeMail(session as unknown as RecordSession, {
      ...{ mailId: inside.newId(), personId: account, addressee, language: mail.language, template: 'sign-in-link' },
      ...{ subjectLine, bodyText, createdAt: inside.now() },
    }),
  );
}

/** Opens a session with a link's token, or the second step where the account has one. A token is used up by trying. */
export async function useLink(inside: Inside, token: string, headers: Headers): Promise<Entry> {
  const response = await inside.auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
  const entry = entryFrom(inside, response);
  if (entry.outcome === 'refused') return entry;
  const { user } = await bodyOf(response);
  const accountId = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
  if (typeof accountId === 'string') {
    await inside.asSignIn((session) => session.transaction((inner) => claim(inner, accountId, inside.now())));
  }
  return entry;
}
