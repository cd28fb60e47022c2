/** Something about the local workspace that the person at the keyboard can mend; the message says how. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
