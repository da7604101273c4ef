/** Every machine that the program as it is configured would call, by the setting that says so; not its database. */
import type { Environment } from './environment.ts';

export function outgoingHosts(environment: Environment): ReadonlyMap<string, string> {
  const { smtpUrl, oidc, companyRegisterUrl, creditBureau } = environment;
  const urls: readonly [string, string | URL | undefined | null][] = [
    ['KEPT_SMTP_URL', smtpUrl],
    ['KEPT_OIDC_ISSUER', oidc?.issuer],
    ['KEPT_COMPANY_REGISTER', companyRegisterUrl],
    ['KEPT_CREDIT_URL', creditBureau?.url],
  ];
  return new Map(urls.flatMap(([setting, url]) => (url ? [[setting, new URL(url).hostname] as const] : [])));
}
