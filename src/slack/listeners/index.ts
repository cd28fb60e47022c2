/** Everything the bot listens to. A test holds events and scopes against the manifest. */
import type { Feature } from '../feature.ts';
import { appHome } from './app-home.ts';
import { askCommand } from './ask-command.ts';
import { deletedMessage } from './deleted-message.ts';
import { directMessage } from './direct-message.ts';
import { editFact } from './edit-fact.ts';
import { editedMessage } from './edited-message.ts';
import { factHistory } from './fact-history.ts';
import { followUp } from './follow-up.ts';
import { mention } from './mention.ts';
import { oldButton } from './old-button.ts';
import { panel } from './panel.ts';
import { postToChannel } from './post-to-channel.ts';
import { pressedQuestion } from './pressed-question.ts';
import { submitFact } from './submit-fact.ts';
import { submitGap } from './submit-gap.ts';
import { suggest } from './suggest.ts';
import { undo } from './undo.ts';
import { vote } from './vote.ts';
import { why } from './why.ts';

export const FEATURES: readonly Feature[] = [
  askCommand,
  mention,
  directMessage,
  followUp,
  editedMessage,
  deletedMessage,
  pressedQuestion,
  why,
  vote,
  postToChannel,
  appHome,
  editFact,
  submitFact,
  undo,
  factHistory,
  panel,
  submitGap,
  suggest,
  oldButton,
];
