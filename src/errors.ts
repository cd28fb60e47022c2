/** The project's whole vocabulary of errors. Anything else that is thrown is a bug. */
import type { Problem } from './facts/problem.ts';
import { printProblem } from './facts/problem.ts';

/** What a person did cannot be done; the message is shown to that person as it is. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The knowledge folder cannot be used as it stands; holds every problem of every file. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly Problem[];

  /** `folder` stands before each file's path in the message. */
  constructor(problems: readonly Problem[], folder = '') {
    super(problems.map((problem) => printProblem(problem, folder)).join('\n'));
    this.problems = problems;
  }
}

/** The settings cannot be used; holds one sentence for each thing that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly wrong: readonly string[];

  constructor(wrong: readonly string[]) {
    super(wrong.join('\n'));
    this.wrong = wrong;
  }
}

/** The local workspace cannot be started on this machine; the message says how to mend it. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
