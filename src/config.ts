/** The settings, read once from the environment: a frozen value, or one list of everything that is wrong. */
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { LOG_LEVELS } from './log.ts';

const API_SITE = 'https://api.slack.com/apps';

const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535);

const HttpUrl = z.url({ protocol: /^https?$/ });

const Users = z
  .string()
  .transform((list) => list.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()])))
  .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]{2,}$/)));

/** Ten years: whoever wants more wants no deletion at all, and should not get it by a slip. */
const Days = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((days) => days >= 1 && days <= 3650);

/** For what is done for so many days back, where none is a choice too. */
const DaysBack = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((days) => days <= 3650);

const YesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');

/** Each setting: what it must be, and what to do where it is not. */
const SETTINGS = {
  SLACK_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^xoxb-\S+$/)
      .optional(),
    mend: `must begin with xoxb-; copy the Bot User OAuth Token from OAuth & Permissions at ${API_SITE}`,
  },
  SLACK_APP_TOKEN: {
    schema: z
      .string()
      .regex(/^xapp-\S+$/)
      .optional(),
    mend: `must begin with xapp-; make an App-Level Token with connections:write under Basic Information at ${API_SITE}`,
  },
  SLACK_SIGNING_SECRET: {
    schema: z
      .string()
      .regex(/^[0-9a-f]{16,}$/i)
      .optional(),
    mend: `must be hexadecimal digits; copy the Signing Secret from Basic Information at ${API_SITE}`,
  },
  SLACK_API_URL: {
    schema: HttpUrl.optional(),
    mend: 'must be a web address such as https://slack.com/api/; leave it out to use Slack itself',
  },
  PORT: { schema: Port.default(3000), mend: 'must be a port, 0 to 65535; 0 takes a free one' },
  KNOWLEDGE_DIR: {
    schema: z.string().default('knowledge'),
    mend: 'must be the folder of the fact base',
  },
  DATA_DIR: { schema: z.string().default('data'), mend: 'must be the folder for the database' },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
    mend: 'must be an address such as postgres://user:password@host/name; leave it out to use SQLite in DATA_DIR',
  },
  RETENTION_DAYS: {
    schema: Days.default(30),
    mend: 'must be a whole number of days, 1 to 3650, for which threads are remembered',
  },
  CORRECTION_DAYS: {
    schema: DaysBack.default(30),
    mend: 'must be a whole number of days, 0 to 3650, in which a posted answer is updated when a fact changes; 0 updates none',
  },
  ADMIN_USERS: {
    schema: Users.default([]),
    mend: 'must be user ids separated by commas, such as U012ABCDEF; in Slack: profile, ⋮, Copy member ID',
  },
  KEEP_ASKERS: {
    schema: YesNo.default(false),
    mend: 'must be yes or no: whether it is kept who asked a question that had no answer',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS).optional(), mend: `must be one of ${LOG_LEVELS.join(', ')}` },
} as const;

/** Values that no message may repeat. */
const SECRET = /TOKEN|SECRET|DATABASE/;

/** The names of all settings, for whoever documents them. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly Setting[];

type Setting = keyof typeof SETTINGS;
type Values = { [Name in Setting]: z.output<(typeof SETTINGS)[Name]['schema']> };

export interface SharedConfig {
  readonly port: number;
  readonly apiUrl: string | undefined;
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Days for which threads are remembered after their last use. */
  readonly retentionDays: number;
  /** Days in which a posted answer is updated when one of its facts changes. */
  readonly correctionDays: number;
  /** Ids of the users who may edit facts. */
  readonly admins: readonly string[];
  /** Whether it is kept who asked a question that had no answer. */
  readonly keepAskers: boolean;
  /** `info` unless told otherwise; `warn` without Slack, where the lines stand among what a person reads. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** `local` is without Slack: no credentials are set at all. */
export type Config = SharedConfig &
  (
    | { readonly mode: 'local' }
    | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string }
    | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  );

/**
 * Reads the settings; an empty value counts as none. With an app-level token the bot uses Socket Mode, also
 * when a signing secret is set.
 * @throws ConfigError with one sentence for each thing that is wrong.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const values = readValues(env, wrong);
  const isSet = (name: Setting): boolean => (env[name] ?? '').trim() !== '';
  wrong.push(...missing(isSet));
  if (wrong.length > 0) throw new ConfigError(wrong);
  const slack = access(values);
  const logLevel = values.LOG_LEVEL ?? (slack.mode === 'local' ? 'warn' : 'info');
  return Object.freeze({ ...shared(values), ...slack, logLevel });
}

function readValues(env: Readonly<Record<string, string | undefined>>, wrong: string[]): Values {
  const entries = SETTING_NAMES.map((name) => {
    const { schema, mend } = SETTINGS[name];
    const value = env[name]?.trim() || undefined;
    const read = schema.safeParse(value);
    if (!read.success) wrong.push(`${name} ${SECRET.test(name) ? '' : `is “${value}”; it `}${mend}.`);
    return [name, read.data];
  });
  return Object.fromEntries(entries) as Values;
}

/** Credentials come together or not at all. */
function missing(isSet: (name: Setting) => boolean): string[] {
  const hasApp = isSet('SLACK_APP_TOKEN');
  const hasSecret = isSet('SLACK_SIGNING_SECRET');
  const hasBot = isSet('SLACK_BOT_TOKEN');
  if (!hasApp && !hasSecret && !hasBot) return [];
  return [
    ...(hasBot ? [] : [`SLACK_BOT_TOKEN is missing; it ${SETTINGS.SLACK_BOT_TOKEN.mend}.`]),
    ...(hasApp || hasSecret
      ? []
      : [
          `SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing; both are under Basic Information at ${API_SITE}.`,
        ]),
  ];
}

function shared(values: Values): Omit<SharedConfig, 'logLevel'> {
  return {
    port: values.PORT,
    apiUrl: values.SLACK_API_URL,
    knowledgeDir: values.KNOWLEDGE_DIR,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    retentionDays: values.RETENTION_DAYS,
    correctionDays: values.CORRECTION_DAYS,
    admins: Object.freeze(values.ADMIN_USERS),
    keepAskers: values.KEEP_ASKERS,
  };
}

function access(values: Values) {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = values;
  if (botToken !== undefined && appToken !== undefined)
    return { mode: 'socket', botToken, appToken } as const;
  if (botToken !== undefined && signingSecret !== undefined) {
    return { mode: 'http', botToken, signingSecret } as const;
  }
  return { mode: 'local' } as const;
}
