/**
 * The command line, and the only room that knows the environment, the clock and the file system of the deployment. It
 * builds everything that the other rooms need and hands it down. `main.ts` is its entry.
 */
export {};
