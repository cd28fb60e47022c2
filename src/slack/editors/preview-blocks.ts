/** What saving would do: to the fact, and to the answers of the test questions. */
import type { GoldenChange, Outcome } from '../../answer/preview.ts';
import { saidElsewhere } from '../../facts/elsewhere.ts';
import type { Base } from '../../facts/schema.ts';
import type { PreviewOutcome } from '../editor-ports.ts';
import { clip, inMrkdwn } from '../escape.ts';
import { aside, marked } from '../render/blocks.ts';
import type { KnownBlock } from '../types.ts';
import { differenceBlocks, differences } from './fact-diff.ts';
import { dropped, EDITORS, elsewhere, golden, more, worse } from './wording.ts';

type Preview = Extract<PreviewOutcome, { kind: 'preview' }>;

/** So many changed questions are shown; an editor does not read more. */
const SHOWN = 8;
const SHOWN_TEXT = 700;

/** @param base the one in service. */
export function previewBlocks(preview: Preview, base: Base): KnownBlock[] {
  const { before, after } = preview;
  return [
    marked(`*${EDITORS.notSaved}*`),
    ...differenceBlocks(differences(before?.fact, after?.fact)),
    ...(preview.dropped.length === 0 ? [] : aside(dropped(preview.dropped))),
    ...elsewhereBlocks(preview, base),
    ...goldenBlocks(preview),
    { type: 'divider' },
  ];
}

/** What else says the number that is being mended, so that nothing old is overlooked. */
function elsewhereBlocks({ before, after }: Preview, base: Base): KnownBlock[] {
  if (before === undefined || after === undefined) return [];
  const { id, statement } = before.fact;
  const found = saidElsewhere(base, id, statement, after.fact.statement);
  return found === undefined ? [] : aside(elsewhere(found));
}

function goldenBlocks({ changes, asked }: Preview): KnownBlock[] {
  if (asked === 0) return [];
  if (changes.length === 0) return aside(EDITORS.noGolden);
  const broken = changes.filter(({ wasMet, isMet }) => wasMet && !isMet).length;
  const rest = changes.length - SHOWN;
  return [
    marked(
      [golden(changes.length, asked), ...(broken > 0 ? [`:warning: *${worse(broken)}*`] : [])].join(' '),
    ),
    ...changes.slice(0, SHOWN).map(changeBlock),
    ...(rest > 0 ? aside(more(rest)) : []),
  ];
}

function changeBlock({ question, before, after, wasMet, isMet }: GoldenChange): KnownBlock {
  const mark = wasMet && !isMet ? ':warning: ' : '';
  const say = ({ text, kind }: Outcome) => inMrkdwn(clip(text || kind, SHOWN_TEXT));
  return marked(
    [
      `${mark}*${inMrkdwn(clip(question, SHOWN_TEXT))}*`,
      `_${EDITORS.was}:_ ${say(before)}`,
      `_${EDITORS.now}:_ ${say(after)}`,
    ].join('\n'),
  );
}
