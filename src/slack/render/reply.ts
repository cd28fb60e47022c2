/** Any reply as the messages that show it; none for silence. */
import type { Reply } from '../../answer/reply.ts';
import { renderHelp } from './about-base.ts';
import { renderAnswer, renderChoices, renderProvenance, renderUnknown } from './answer.ts';
import type { Message } from './blocks.ts';
import { renderAbout, renderSources, renderTimeline, renderTopics } from './lists.ts';
import type { View } from './view.ts';

export function renderReply(reply: Reply, view: View): Message[] {
  switch (reply.kind) {
    case 'answer':
      return [renderAnswer(reply, view)];
    case 'choices':
      return [renderChoices(reply, view)];
    case 'unknown':
      return [renderUnknown(reply, view)];
    case 'provenance':
      return [renderProvenance(reply, view)];
    case 'silent':
      return [];
    case 'help':
      return [renderHelp(view.base, view.suggestionsFor, view.forEditor)];
    case 'topics':
      return renderTopics(view.base);
    case 'about':
      return renderAbout(reply);
    case 'timeline':
      return renderTimeline(reply);
    case 'sources':
      return renderSources(view.base);
  }
}
