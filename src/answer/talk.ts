/** Which messages in a thread are for the bot at all, and which ask about the answer just given. */
import {
  ACKNOWLEDGEMENTS,
  DESK,
  LEANING,
  MORE,
  PROVENANCE,
  REQUESTS,
  SETS_RIGHT,
  WISHES,
} from '../search/english/talk.ts';
import { AUXILIARIES, CHAT, PREPOSITIONS, QUESTION_WORDS } from '../search/english/words.ts';
import { isFunctionWord } from '../search/grammar.ts';
import { cleanText, tokenise } from '../search/tokens.ts';
import type { CompiledBase } from './compile.ts';
import { type Question, readQuestion } from './question.ts';
import type { SilentReply } from './reply.ts';

/** Why a message wants no reply, or nothing where it does. When in doubt, silence, unless it was addressed to the bot. */
export function whySilent(
  text: string,
  compiled: CompiledBase,
  isAddressed: boolean,
): SilentReply['why'] | undefined {
  const words = wordsIn(text);
  const isAsked = text.includes('?') || asksBarely(words) || ASKING.test(words.join(' '));
  if (words.every((word) => ACKNOWLEDGEMENTS.has(word)) && !isAsked) {
    return words.some((word) => word.startsWith('than') || word === 'thx' || word === 'ty')
      ? 'thanks'
      : 'acknowledgement';
  }
  if (DISMISSAL.test(words.join(' '))) return 'acknowledgement';
  if (EXCLAMATION.test(words.join(' ')) && !text.includes('?')) return 'acknowledgement';
  if (isThanks(words) && !text.includes('?')) return 'thanks';
  if (isAddressed) return undefined;
  if (mentionsSomeone(text) || callsSomeone(text, compiled)) return 'aside';
  if (wantsProvenance(text) || wantsMore(text)) return undefined;
  const said = withoutNod(text);
  if (isAboutDesk(said, wordsIn(said), compiled) && !leans(text)) return 'aside';
  return isAsking(text, words, compiled) ? undefined : 'aside';
}

/** `fine. which were the two?`: without the nod before what is asked. */
export function withoutNod(text: string): string {
  const [, nod, rest] = /^([^.!,;:?]{1,40})[.!,;]+\s+(\S.*)$/su.exec(text) ?? [];
  if (nod === undefined || rest === undefined) return text;
  const words = wordsIn(nod);
  if (REWORDING.test(words.join(' '))) return rest;
  return words.length > 0 && words.every((word) => ACKNOWLEDGEMENTS.has(word)) ? rest : text;
}

/** `I asked that wrong, when was it` */
const REWORDING =
  /^(?:(?:sorry|oops|no|my bad) )*(?:i (?:asked|put|said|worded|phrased)(?: (?:it|that|this))? (?:wrong|wrongly|badly)|(?:that was the |that was a )?wrong question|let me (?:rephrase|try again)|badly put)$/;

/** `not who, when` and `when, not who` ask when: without the question word that is taken back. */
export function withoutDenied(text: string): string {
  const rest = text.replace(DENIED, ' ').trim();
  return wordsIn(rest).some((word) => QUESTION_WORDS.has(word)) ? rest : text;
}

const DENIED =
  /[,;–-]?\s*\bnot (?:who|whom|whose|when|where|why|what|which|how(?: many| much| long)?)\s*(?=[,.;:!?–-]|\bbut\b|$)[,.;:!–-]?/giu;

/** `new question, who is the mayor?`: without saying that it is one. */
export function withoutTurn(text: string): string {
  return text.replace(TURN, '');
}

const TURN =
  /^\s*(?:ok |okay |and |so |now )*(?:(?:a )?(?:new|next|another|different|other|separate|unrelated|last) (?:question|topic|thing|matter|subject|one)|(?:on )?(?:something|sth) else|unrelated|separately|changing (?:the )?(?:subject|topic)|(?:leave|drop|skip|forget|scrap|park) (?:it|that|this))\s*[:,.;–-]\s*(?=\S)/iu;

/** `ok leave it then` */
const DISMISSAL =
  /^(?:(?:ok|okay|right|well|fine|no|yeah|oh|ah) )*(?:leave|drop|skip|forget|scrap|park) (?:it|that|this)(?: (?:then|for now|now|please|pls))*$|^(?:brb |afk )?back in (?:an? )?(?:\d+|few|bit|sec|second|minute|moment|hour|couple)(?: (?:min|mins|minutes|secs|seconds|hours))?$|^(?:(?:oh|oops|sorry|ah) )*wrong (?:window|thread|channel|chat|tab|room)(?: (?:sorry|all|everyone|folks))*$/;

/** `lol what a turn` */
const EXCLAMATION = /^(?:\w+ ){0,2}what an? (?:\w+ ){0,2}\w+$/;

/** `what`, `for what`, `since when`, `between`: a question without its mark. */
function asksBarely(words: readonly string[]): boolean {
  return words.length <= 2 && (asksFirst(words) || (words.length === 1 && BARE.has(words[0] ?? '')));
}

/** `what is that`, but not `what a day` */
const ASKING = /^(?:what|who|where|when|why|how)(?:s|s? (?:is|was|are|were|did|does))\b/;

const BARE = new Set(['between', 'against', 'with', 'because', 'until', 'since', 'from', 'by', 'for', 'to']);

/** Speaks in the words of the desk, and not to ask about somebody of the subject: `did he phone the mayor first?` */
function isAboutDesk(text: string, words: readonly string[], compiled: CompiledBase): boolean {
  if (asksAround(words)) return true;
  if (!words.some((_, at) => isOfDesk(words, at))) return false;
  const speaks = words.some((word) => FIRST_PERSON.has(word) || SECOND_PERSON.has(word));
  const [first = '', second = ''] = words;
  const opener = PREPOSITIONS.has(first) ? second : first;
  const asks = text.includes('?') && (AUXILIARIES.has(opener) || QUESTION_WORDS.has(opener));
  const known = readQuestion(text, compiled).pieces.filter(
    ({ item, isHard }) => isHard && item.terms.some(compiled.knows),
  );
  const isWhole = known.length > (QUESTION_WORDS.has(first) ? 1 : 2);
  const names = known.some(({ item }) => item.isName) || isWhole;
  return speaks || !asks || (!names && !SPOKEN_OF.has(second) && opener === first);
}

const THEIRS = new Set(['his', 'her', 'their', 'its']);

/** `did he phone the mayor?`: of one who was spoken of. */
const SPOKEN_OF = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their']);

/** `source?`, `are you sure?`, `how old is this info?` */
export function wantsProvenance(text: string): boolean {
  const line = wordsIn(text).join(' ');
  return line.split(' ').length <= 12 && PROVENANCE.some((pattern) => pattern.test(line));
}

/** `more`, `anything else?`, `explain` */
export function wantsMore(text: string): boolean {
  const line = wordsIn(text).join(' ');
  return MORE.some((pattern) => pattern.test(line));
}

/** Sets right how the question before was meant: `I meant the base`. */
export function isCorrection(text: string): boolean {
  return SETS_RIGHT.test(wordsIn(text).join(' '));
}

/** Points at what was said: `that policy`, `after this`. In `said that they left` it points at nothing. */
export function pointsBack({ reading, pieces }: Question): boolean {
  const { tokens } = reading;
  return tokens.some(({ text }, at) => {
    if (text === 'those' || text === 'these' || text === 'this') return true;
    if (text !== 'that') return false;
    const next = tokens[at + 1]?.text;
    return next === undefined || pieces.some(({ item }) => item.at === at + 1 && !item.isName);
  });
}

/** Opens like a continuation: `and …`, `what about …`, `no, …`. */
export function leans(text: string): boolean {
  const line = wordsIn(text).join(' ');
  return LEANING.some((pattern) => pattern.test(line));
}

function wordsIn(text: string): string[] {
  return tokenise(cleanText(text)).map((token) => token.text);
}

/** `her birthday` is no day of the desk's, and what a report calls something is no call. */
function isOfDesk(words: readonly string[], at: number): boolean {
  const isNaming =
    words[at] === 'call' && at > 1 && /^(?:it|this|that|them|the|him|her)$/.test(words[at + 1] ?? '');
  return DESK.has(words[at] ?? '') && !THEIRS.has(words[at - 1] ?? '') && !isNaming;
}

/** `can anyone check that?` is put to the room; `is anyone still there?` asks. */
function asksAround([first = '', second = '']: readonly string[]): boolean {
  return ANYONE.has(first) || (ANYONE.has(second) && AROUND.has(first));
}

const ANYONE = new Set(['anyone', 'anybody', 'someone', 'somebody']);
const AROUND = new Set(['can', 'could', 'will', 'would', 'does', 'do', 'shall', 'should', 'if']);

/** Another person is spoken to: the bot's own mention is taken out before a message comes here. */
function mentionsSomeone(text: string): boolean {
  return /<@[UW][A-Z0-9]*|<!|(?:^|\s)@\p{L}/u.test(text);
}

/** `Marta, did you send the proofs?` is put to Marta, unless she is one of those the base knows. */
function callsSomeone(text: string, compiled: CompiledBase): boolean {
  const [, name] = CALL.exec(text) ?? [];
  return name !== undefined && !readQuestion(name, compiled).pieces.some(({ item }) => item.isName);
}

const CALL =
  /^(?:hey |hi |ok )?(\p{Lu}\p{L}{1,20}),\s+(?:did|do|can|could|have|will|would|are|please|pls)\b[^?]*\b(?:you|u|your)\b/u;

function isThanks(words: readonly string[]): boolean {
  const thanked = words.some((word) => ['thanks', 'thank', 'thx', 'ty', 'cheers', 'tysm'].includes(word));
  // `did he thank the council` asks.
  const asks = AUXILIARIES.has(words[0] ?? '') || words.some((word) => QUESTION_WORDS.has(word));
  return thanked && words.length <= 8 && !asks;
}

/** A question, a request the bot can carry out, or a scrap of one that speaks of the subject. */
function isAsking(text: string, words: readonly string[], compiled: CompiledBase): boolean {
  if (asksBarely(words)) return true;
  const question = readQuestion(text, compiled);
  const knows = question.pieces.some(({ item }) => item.kind !== 'soft' && item.terms.some(compiled.knows));
  const meaningful = words.filter((word) => !CHAT.has(word));
  const first = meaningful[0] ?? '';
  const isQuestion =
    text.includes('?') ||
    question.asked.kinds.length > 0 ||
    question.asked.isYesNo ||
    words.some((word) => QUESTION_WORDS.has(word));
  if (knows && words.length <= MAX_WISH && WISHES.test(words.join(' '))) return true;
  if (words.length <= MAX_WISH && PLEASE.has(words.at(-1) ?? '') && meaningful.length > 0) return true;
  // `perfect, exactly what we needed`
  if (!text.includes('?') && !opensLikeQuestion(first) && words.some((word) => FIRST_PERSON.has(word))) {
    return leans(text) || REQUESTS.has(first);
  }
  if (isQuestion)
    return knows || AUXILIARIES.has(first) || asksFirst(meaningful) || leans(text) || words.length <= 5;
  if (leans(text)) return true;
  if (REQUESTS.has(first)) return true;
  const content = words.filter((word) => !isFunctionWord(word));
  return (
    knows && content.length <= 4 && !words.some((word) => AUXILIARIES.has(word) || FIRST_PERSON.has(word))
  );
}

/** `since when`, `for how long`, `who` */
const asksFirst = ([first = '', second = '']: readonly string[]): boolean =>
  QUESTION_WORDS.has(PREPOSITIONS.has(first) ? second : first);

const opensLikeQuestion = (word: string): boolean =>
  QUESTION_WORDS.has(word) || AUXILIARIES.has(word) || PREPOSITIONS.has(word);

/** Longer ones tell something. */
const MAX_WISH = 10;
const PLEASE = new Set(['please', 'pls', 'plz']);

const FIRST_PERSON = new Set(['i', 'im', 'ive', 'ill', 'we', 'my', 'our', 'lets']);
const SECOND_PERSON = new Set(['you', 'your', 'u', 'ur']);
