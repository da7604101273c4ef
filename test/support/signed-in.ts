/** A web site whose visitors say in a header who they are: for tests of pages that stand behind the sign-in. */
import type { SignedIn } from '../../src/web/index.ts';
import { type EasyStepWeb, ORIGIN, type openEasyStepWeb } from './easy-step-web.ts';

/** The ids by which somebody is signed in: as a customer or contact person, as a member of staff, or both. */
export interface Who {
  readonly person?: string;
  readonly staff?: string;
}

export const headersOf = ({ person, staff }: Who): Record<string, string> => ({
  ...(person === undefined ? {} : { 'x-test-person': person }),
  ...(staff === undefined ? {} : { 'x-test-staff': staff }),
});

export async function signedInByHeader(headers: Headers): Promise<SignedIn | null> {
  const person = headers.get('x-test-person');
  const staff = headers.get('x-test-staff');
  if (person === null && staff === null) return null;
  return {
    accountId: 'test-account',
    name: 'Kari Eksempel',
    dataSubject: person === null ? null : { kind: 'data-subject', id: person, roles: [] },
    staff: staff === null ? null : { kind: 'staff', id: staff, roles: ['support'] },
    secondStepDone: true,
  };
}

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

export interface SignedInWeb extends Omit<EasyStepWeb, 'get' | 'post'> {
  get(path: string, who?: Who): Promise<Answer>;
  post(path: string, fields: Readonly<Record<string, string>>, who?: Who): Promise<Answer>;
}

export async function signedInWeb(open: typeof openEasyStepWeb): Promise<SignedInWeb> {
  const web = await open(signedInByHeader);
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await web.app.request(`${ORIGIN}${path}`, init);
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  return {
    ...web,
    get: (path, who = {}) => ask(path, { headers: headersOf(who) }),
    post: (path, fields, who = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded', ...headersOf(who) },
      }),
  };
}
