/** `kept start` as a process of its own, and a member of staff who is signed in to it in two steps. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Office {
  readonly origin: string;
  /** The header that says who is signed in. */
  readonly cookie: string;
}

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
}

/** @returns The process, and the link by which the first owner comes in. */
export async function startKept(folder: string, port: number): Promise<{ child: ChildProcess; firstLink: string }> {
  const own = { KEPT_DATA: folder, PORT: String(port), KEPT_LANGUAGE: 'nb', DATABASE_URL: '' };
  const child = spawn(process.execPath, [MAIN, 'start'], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const firstLink = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [link] = /http\S+token=\S+/.exec(printed) ?? [];
      if (link !== undefined) resolve(link);
    });
    child.once('exit', (code) => reject(new Error(`kept start ended with ${code}: ${printed}`)));
  });
  return { child, firstLink };
}

/** Signs the first owner in and sets the second step up, as the pages let anybody do it. */
export async function signIn(origin: string, firstLink: string): Promise<Office> {
  const cookies = new Map<string, string>();
  const send = async (path: string, fields?: Readonly<Record<string, string>>): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return await ask({ origin, cookie }, path, fields, (line) => {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    });
  };
  const { pathname, searchParams } = new URL(firstLink);
  const named = { name: 'Eira Eksempel', email: 'eira@example.no', token: searchParams.get('token') ?? '' };
  await send(pathname, named);
  await send('/innlogging/engangskoder', { do: 'start' });
  const page = await send('/innlogging/engangskoder');
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1] ?? '';
  await send('/innlogging/engangskoder', { do: 'confirm', code: codeNow(key) });
  const office = { origin, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  const seen = await ask(office, '/kontor');
  if (seen.status !== 200) throw new Error(`the back office answered ${seen.status} to whoever signed in`);
  return office;
}

/** Asks for a page, or sends a form as the site's own pages do. */
export async function ask(
  { origin, cookie }: Office,
  path: string,
  fields?: Readonly<Record<string, string>>,
  setCookie: (line: string) => void = () => {},
): Promise<Answer> {
  const form = { method: 'POST', body: new URLSearchParams(fields) };
  const response = await fetch(new URL(path, origin), {
    ...(fields === undefined ? {} : form),
    headers: { Cookie: cookie, Origin: origin },
    redirect: 'manual',
  });
  for (const line of response.headers.getSetCookie()) setCookie(line);
  return { status: response.status, html: await response.text(), location: response.headers.get('location') };
}

/** The code of now (RFC 6238). */
function codeNow(key: string): string {
  const bits = [...key.replaceAll(/\s/g, '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
