/** Figures for Prometheus. Every label is one of a few words of this program's or of Slack's; none is a person's. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AppParts } from './slack/app.ts';
import type { Meter } from './slack/ports.ts';

export interface Figures {
  readonly meter: Meter;
  /** A new base is in service, or the files cannot be used. */
  reloaded(result: 'loaded' | 'broken'): void;
  /** A question was kept for the editors. */
  gap(kind: 'unknown' | 'downvote'): void;
  /** Shows these too from now on. */
  show(looked: Looked): void;
  readonly page: NonNullable<AppParts['metrics']>;
}

/** What is looked up when somebody reads the figures. */
export interface Looked {
  readonly facts: () => number;
  readonly problems: () => number;
  /** When the base in service was loaded, in milliseconds since the epoch. */
  readonly loadedAt: () => number;
  readonly databaseIsAway: () => boolean;
}

/** In seconds: most answers take milliseconds, and Slack's patience ends at three. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 30, 60];

/** More names of errors than Slack has documented; what comes on top is counted together. */
const ERRORS_TOLD_APART = 100;

export function createFigures(): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'factbot_questions_total',
    help: 'Questions, by the feature that took them and what became of them.',
    labelNames: ['feature', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'factbot_question_seconds',
    help: 'Seconds from the arrival of a question until all was done for it.',
    labelNames: ['feature'],
    buckets: BUCKETS,
    registers,
  });
  const slackErrors = new Counter({
    name: 'factbot_slack_errors_total',
    help: 'Messages and views that Slack did not take, by the call and the name of the error.',
    labelNames: ['call', 'error'],
    registers,
  });
  const reloads = new Counter({
    name: 'factbot_reloads_total',
    help: 'Changes of the knowledge folder: put into service (loaded), or kept out (broken).',
    labelNames: ['result'],
    registers,
  });
  const gaps = new Counter({
    name: 'factbot_gaps_total',
    help: 'Questions kept for the editors: not in the report (unknown), or voted down (downvote).',
    labelNames: ['kind'],
    registers,
  });
  const known = new Set<string>();
  return {
    meter: {
      question(feature, outcome, ms) {
        questions.inc({ feature, outcome });
        seconds.observe({ feature }, ms / 1000);
      },
      slackError(call, error) {
        if (known.size < ERRORS_TOLD_APART) known.add(error);
        slackErrors.inc({ call, error: known.has(error) ? error : 'other' });
      },
    },
    reloaded: (result) => reloads.inc({ result }),
    gap: (kind) => gaps.inc({ kind }),
    show: (looked) => addGauges(registers, looked),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function addGauges(registers: Registry[], { facts, problems, loadedAt, databaseIsAway }: Looked): void {
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  };
  gauge('factbot_facts', 'Facts in service.', facts);
  gauge('factbot_base_problems', 'Problems that keep the files from being used.', problems);
  gauge('factbot_base_loaded_seconds', 'When the base in service was loaded, as Unix time.', () =>
    Math.round(loadedAt() / 1000),
  );
  gauge('factbot_database_up', '1, or 0 while nothing can be stored.', () => (databaseIsAway() ? 0 : 1));
}
