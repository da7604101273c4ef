/** Which hosts are this machine itself: nothing leaves it on the way there, which is no recipient and needs no encryption. */

/** @param host As URLs or sockets write it. */
export const isThisMachine = (host: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[?::1\]?|::ffff:127(\.\d+){3})$/.test(host);
