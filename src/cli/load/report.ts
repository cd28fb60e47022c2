/**
 * Loaded into a measured process beside what it runs (`--import`): tells the process that drives the load,
 * whenever that asks, what has been used so far.
 */

export interface Usage {
  /** Of all threads together, since the start, in microseconds. */
  readonly cpuUs: number;
  /** In live objects after a collection, and of the whole process, both in megabytes. */
  readonly heapMb: number;
  readonly rssMb: number;
}

process.on('message', (asked) => {
  if (asked === 'usage') process.send?.({ usage: usage() });
});

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpuUs: user + system, heapMb: heapUsed / 1e6, rssMb: rss / 1e6 };
}
