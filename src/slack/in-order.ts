/** Work on one thread is done one after the other, so that two quick messages see each other's outcome. */
export type InOrder = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createInOrder(): InOrder {
  const latest = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = latest.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    latest.set(key, mine);
    try {
      return await mine;
    } finally {
      if (latest.get(key) === mine) latest.delete(key);
    }
  };
}
