/** How a command ends when it cannot do its work: the message on standard error, exit code 1. */
export function failPlainly(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
