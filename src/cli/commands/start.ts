/**
 * `kept start`: database, policy, first customers, web site, in that order. The owner's connections are closed before
 * the first page is served: what serves pages has no right beyond those of the purposes.
 */
import { type HttpBindings, serve } from '@hono/node-server';
import { applyPolicy, type PlanInput, refreshRowsOfDay } from '../../enforcement/index.ts';
import type { Language, Policy } from '../../policy/index.ts';
import { ToldError } from '../../postgres/index.ts';
import { type Accounts, LINK_MINUTES } from '../../records/index.ts';
import { type PublishedNotice, signInLink } from '../../web/index.ts';
import { clientAddress } from '../client-address.ts';
import type { Environment } from '../environment.ts';
import { type House, openHouse } from '../house.ts';
import { loadInventedDailyLife } from '../invented/daily-life.ts';
import { loadInventedCustomers } from '../invented/load.ts';
import { loadInventedStaff } from '../invented/staff.ts';
import { startMail } from '../mail.ts';
import { startMailIn, withIncomingMail } from '../mail-in.ts';
import { newIds } from '../new-id.ts';
import { openWeb, readPublished } from '../open-web.ts';
import { PACKAGED_POLICY } from '../policy-folder.ts';
import { signLedger } from '../sign-often.ts';
import type { Terminal } from '../terminal.ts';
import { openLog } from '../watch/log.ts';
import { withMetrics } from '../watch/serve-metrics.ts';
import { createWatch, watchOutbox } from '../watch/watch.ts';
import { startWorker } from '../worker.ts';
import { planInput } from './apply.ts';

const now = (): Date => new Date();

/** Serves until `ended` settles. @returns The exit code: 0, or 1 when the policy has faults. */
export async function start(environment: Environment, terminal: Terminal, ended: Promise<unknown>): Promise<number> {
  const house = await openHouse(environment, terminal, 'server');
  let ownerIsOpen = true;
  const endOwner = async (): Promise<void> => {
    if (ownerIsOpen) await house.owner.end();
    ownerIsOpen = false;
  };
  try {
    const input = planInput(house);
    if (input === null) return 1;
    await prepare(house, input);
    const published = await readPublished(house);
    await endOwner();
    await serveUntil(house, input, published, ended);
    return 0;
  } finally {
    await endOwner();
    if (house.server?.startedHere) await house.server.stop();
  }
}

async function prepare(house: House, input: PlanInput): Promise<void> {
  const { owner, terminal, environment } = house;
  await terminal.step({ nb: 'Tar policyen i bruk', en: 'Applying the policy' }, () =>
    applyPolicy(owner, { ...input, now, appliedBy: 'kept start' }),
  );
  if (environment.policyFolder === PACKAGED_POLICY) {
    await terminal.step({ nb: 'Ser etter kunder og ansatte', en: 'Looking for customers and staff' }, async () => {
      await loadInventedCustomers(owner, input.policy, now());
      await loadInventedStaff(owner, input.policy, now());
      await loadInventedDailyLife(owner, input.policy, now());
    });
  }
  await owner.query('select kept.access_log_partitions(2)');
  await refreshRowsOfDay(owner, input.policy);
  await signLedger(house);
}

async function serveUntil(
  house: House,
  input: PlanInput,
  published: readonly PublishedNotice[],
  ended: Promise<unknown>,
): Promise<void> {
  const { environment, terminal } = house;
  const { policy } = input;
  const { baseUrl } = environment;
  const watch = createWatch(openLog(environment));
  const { app, enforcement, accounts } = openWeb(house, input, published, watch);
  watchOutbox(enforcement, watch, now);
  const mailIn = { enforcement, now, newId: newIds(now), report: watch.report };
  const site = withIncomingMail(app, environment, mailIn);
  const server = await listen(withMetrics(site, watch.metrics, environment), environment);
  const stopMail = startMail(house, policy, enforcement, watch.report);
  const stopMailIn = startMailIn(environment, mailIn);
  const notice = new URL({ nb: '/personvern', en: '/en/privacy' }[siteLanguage(policy, terminal)], baseUrl).href;
  terminal.print(
    {
      nb: `${policy.controller.name} er klar på ${baseUrl.href}\nErklæringen: ${notice}\nCtrl-C avslutter.`,
      en: `${policy.controller.name} is ready at ${baseUrl.href}\nThe notice: ${notice}\nCtrl-C ends it.`,
    }[terminal.language],
  );
  tellUnlistedCookies(policy, accounts, terminal);
  const stopWorker = startWorker(terminal);
  await printFirstLink(house, policy, accounts);
  await ended;
  await stopWorker();
  await stopMailIn();
  await stopMail();
  await new Promise((resolve) => server.close(resolve));
  await accounts.idle();
  await enforcement.close();
}

/** A provider of OpenID Connect brings a cookie along; the notice has to say so before it is set. */
function tellUnlistedCookies({ storage }: Policy, { settableCookies }: Accounts, terminal: Terminal): void {
  for (const name of settableCookies.filter((one) => storage[one] === undefined)) {
    terminal.tell({
      nb: `Informasjonskapselen ${name} kan bli satt og står ikke i cookies.yaml. Før den opp der.`,
      en: `The cookie ${name} can be set and is not in cookies.yaml. List it there.`,
    });
  }
}

/** The language of the terminal where the site speaks it, too; otherwise the site's first. */
const siteLanguage = ({ controller: { languages } }: Policy, { language }: Terminal): Language =>
  languages.includes(language) ? language : (languages[0] ?? 'nb');

/** The way in for the owner, as long as none has used it. */
async function printFirstLink({ environment, terminal }: House, policy: Policy, accounts: Accounts): Promise<void> {
  const first = await accounts.firstLink();
  if (first === null) return;
  const { language } = terminal;
  const { baseUrl } = environment;
  const link = signInLink(
    baseUrl,
    siteLanguage(policy, terminal),
    first.token,
    first.kind === 'owner' ? 'signInLink' : 'firstOwner',
  );
  const said = {
    owner: {
      nb: `Logg inn som daglig leder (virker én gang, i ${LINK_MINUTES} minutter):`,
      en: `Sign in as the owner (works once, for ${LINK_MINUTES} minutes):`,
    },
    unnamed: {
      nb: `Ingen ansatte er registrert. Den første er du (lenken virker én gang, i ${LINK_MINUTES} minutter):`,
      en: `No staff are registered. The first is you (the link works once, for ${LINK_MINUTES} minutes):`,
    },
  }[first.kind][language];
  terminal.print(`${said}\n${link}`);
}

function listen(app: ReturnType<typeof withMetrics>, { host, port, trustedProxies }: Environment) {
  return new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const answer = (request: Request, { incoming }: HttpBindings) => {
      const forwardedFor = request.headers.get('x-forwarded-for');
      const socketAddress = incoming.socket.remoteAddress ?? '';
      return app.fetch(request, { clientAddress: clientAddress(socketAddress, forwardedFor, trustedProxies) });
    };
    const server = serve({ fetch: (request, env) => answer(request, env as HttpBindings), hostname: host, port }, () =>
      resolve(server),
    );
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      const says = {
        nb: `nettstedet kan ikke lytte på ${host}:${port}${taken ? '; porten er i bruk, sett PORT til en annen' : ''}`,
        en: `the web site cannot listen on ${host}:${port}${taken ? '; the port is in use, set PORT to another' : ''}`,
      };
      reject(new ToldError(says, { cause }));
    });
  });
}
