import type { Kysely } from 'kysely';
import type { Clock, Feedback } from './stores.ts';
import type { Tables } from './tables.ts';
import { storable } from './text.ts';

export function feedbackIn(db: Kysely<Tables>, clock: Clock): Feedback {
  return {
    async vote({ team, channel, message, user, vote, question, factIds }) {
      const latest = {
        vote,
        question: storable(question),
        fact_ids: JSON.stringify(factIds),
        at: clock(),
      };
      await db
        .insertInto('feedback')
        .values({ team, channel, message, user, ...latest })
        .onConflict((conflict) =>
          conflict.columns(['team', 'channel', 'message', 'user']).doUpdateSet(latest),
        )
        .execute();
    },
  };
}
