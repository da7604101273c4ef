/** Who the program asks outside, as the settings say, through the one gate; and the keys for what is kept of it. */
import { createHmac, hkdfSync } from 'node:crypto';
import { createEgress, createEnhetsregisteret, createHttpCreditBureau, registeredHosts } from '../connectors/index.ts';
import type { Policy } from '../policy/index.ts';
import { createReportSeal } from '../register/index.ts';
import type { Outside } from '../web/index.ts';
import type { Environment } from './environment.ts';

/** What the digests of those who have said no are for: a key of its own. */
export const NO_DIGESTS = 'kept suppressions';

export function openOutside(
  { companyRegisterUrl, creditBureau }: Pick<Environment, 'companyRegisterUrl' | 'creditBureau'>,
  policy: Policy,
  secret: Buffer,
  now: () => Date,
): Outside {
  const egress = createEgress(policy);
  return {
    companies:
      companyRegisterUrl === null ? null : createEnhetsregisteret({ egress, baseUrl: companyRegisterUrl, now }),
    credit:
      creditBureau === null
        ? null
        : createHttpCreditBureau({
            ...{ egress, baseUrl: creditBureau.url, token: creditBureau.token, now },
            name: nameOfBureau(policy, creditBureau.url),
          }),
    reports: createReportSeal(secret),
    digestOfNo: digestUnder(secret, NO_DIGESTS),
  };
}

/** As the policy calls whoever has the host; the recipient of the type `credit` where the bureau is on this machine. */
function nameOfBureau(policy: Policy, url: URL): string {
  const byHost = policy.recipients[registeredHosts(policy).get(url.hostname) ?? ''];
  const byType = Object.values(policy.recipients).find(({ type }) => type === 'credit');
  return (byHost ?? byType)?.label ?? url.hostname;
}

export function digestUnder(secret: Buffer, use: string): (text: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}
