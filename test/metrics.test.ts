/** The figures that Prometheus reads. */
import { describe, expect, test } from 'vitest';
import { createFigures } from '../src/metrics.ts';

const lines = async ({ page }: ReturnType<typeof createFigures>): Promise<string[]> => {
  const { text } = await page();
  return text.split('\n').filter((line) => line.startsWith('factbot_'));
};

describe('the figures', () => {
  test('count questions by feature and outcome, and time them in seconds', async () => {
    const figures = createFigures();
    figures.meter.question('mention', 'answer', 20);
    figures.meter.question('mention', 'gap', 700);
    const text = await lines(figures);
    expect(text).toContain('factbot_questions_total{feature="mention",outcome="answer"} 1');
    expect(text).toContain('factbot_questions_total{feature="mention",outcome="gap"} 1');
    expect(text).toContain('factbot_question_seconds_bucket{le="0.025",feature="mention"} 1');
    expect(text).toContain('factbot_question_seconds_bucket{le="1",feature="mention"} 2');
    expect(text).toContain('factbot_question_seconds_sum{feature="mention"} 0.72');
  });

  test('count reloads, gaps and what Slack does not take', async () => {
    const figures = createFigures();
    figures.reloaded('loaded');
    figures.reloaded('broken');
    figures.gap('downvote');
    figures.meter.slackError('post', 'not_in_channel');
    expect(await lines(figures)).toEqual(
      expect.arrayContaining([
        'factbot_reloads_total{result="loaded"} 1',
        'factbot_reloads_total{result="broken"} 1',
        'factbot_gaps_total{kind="downvote"} 1',
        'factbot_slack_errors_total{call="post",error="not_in_channel"} 1',
      ]),
    );
  });

  test('have no more than a hundred names of errors, whatever Slack thinks of', async () => {
    const figures = createFigures();
    for (let name = 0; name < 1000; name += 1) figures.meter.slackError('post', `error_${name}`);
    const told = (await lines(figures)).filter((line) => line.startsWith('factbot_slack_errors_total'));
    expect(told).toHaveLength(101);
    expect(told).toContain('factbot_slack_errors_total{call="post",error="other"} 900');
  });

  test('show what is in service at the moment they are read', async () => {
    const figures = createFigures();
    let problems = 0;
    figures.show({
      facts: () => 87,
      problems: () => problems,
      loadedAt: () => 1_700_000_000_400,
      databaseIsAway: () => problems > 0,
    });
    expect(await lines(figures)).toEqual(
      expect.arrayContaining(['factbot_facts 87', 'factbot_base_problems 0', 'factbot_database_up 1']),
    );
    problems = 2;
    expect(await lines(figures)).toEqual(
      expect.arrayContaining([
        'factbot_base_loaded_seconds 1700000000',
        'factbot_base_problems 2',
        'factbot_database_up 0',
      ]),
    );
  });
});
