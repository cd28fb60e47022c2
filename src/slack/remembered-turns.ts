/**
 * The engine, which gives the same turn to the same command over the same base, asked only once: what a
 * hundred people ask at the same moment is worked out for one of them.
 */
import type { Answering, CommandTurn } from '../answer/answering.ts';
import type { CurrentEngine } from './ports.ts';

/** A turn holds references into the base and is small: some megabytes altogether. */
const TURNS_KEPT = 2000;
/** Longer texts are rarely typed twice. */
const LONGEST_TEXT = 300;

/** A new base comes with a new engine, and with it the memory begins anew. */
export function rememberTurns(current: CurrentEngine): CurrentEngine {
  const known = new WeakMap<Answering, Answering>();
  return () => {
    const engine = current();
    const remembering = known.get(engine) ?? withMemory(engine);
    known.set(engine, remembering);
    return remembering;
  };
}

function withMemory(engine: Answering): Answering {
  const turns = new Map<string, CommandTurn>();
  return {
    base: engine.base,
    ask: (question, conversation, isAddressed) => engine.ask(question, conversation, isAddressed),
    give: (factIds, question, conversation) => engine.give(factIds, question, conversation),
    command(text) {
      const turn = turns.get(text) ?? engine.command(text);
      if (text.length > LONGEST_TEXT) return turn;
      // Set anew, it is the last to be forgotten.
      turns.delete(text);
      turns.set(text, turn);
      const [oldest] = turns.keys();
      if (turns.size > TURNS_KEPT && oldest !== undefined) turns.delete(oldest);
      return turn;
    },
  };
}
