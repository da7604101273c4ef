/** A member of staff who sends files with the office's forms. */
import { type EasyStepWeb, ORIGIN } from './easy-step-web.ts';

export interface Sent {
  readonly status: number;
  readonly html: string;
  /** Where one is led, without what follows the `?`; null where one is not. */
  readonly location: string | null;
}

export interface Sender {
  /** @param file Null for a form whose file was not chosen. */
  upload(path: string, file: string | Uint8Array | null, fields?: Readonly<Record<string, string>>): Promise<Sent>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Sent>;
}

/** For a web application whose door takes the `staff` header. */
export function asSender({ app }: Pick<EasyStepWeb, 'app'>, ...roles: string[]): Sender {
  const headers = { staff: roles.join(','), Origin: ORIGIN };
  const sent = async (response: Response): Promise<Sent> => ({
    ...{ status: response.status, html: await response.text() },
    location: response.headers.get('location')?.split('?')[0] ?? null,
  });
  return {
    async upload(path, file, fields = {}) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const content = file ?? '';
      body.set(
        'file',
        new File([typeof content === 'string' ? content : new Uint8Array(content)], file === null ? '' : 'fil'),
      );
      return await sent(await app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers }));
    },
    async post(path, fields = {}) {
      const body = new URLSearchParams(fields).toString();
      const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' };
      return await sent(await app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers: form }));
    },
  };
}
