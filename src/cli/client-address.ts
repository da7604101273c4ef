/**
 * Which IP address an HTTP request is counted for. The socket says it; a header says it only as far as the operator has
 * said that their own proxies stand in between, because anybody can send one.
 */

/**
 * @param forwardedFor The `X-Forwarded-For` header: each proxy adds whom it heard from at the right end.
 * @param proxies How many proxies stand between the internet and this process.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | null, proxies: number): string {
  const said = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const hops = [...said, socketAddress];
  return hops[Math.max(0, hops.length - 1 - proxies)] ?? socketAddress;
}
