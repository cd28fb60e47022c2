/** Two questions in one message: each is answered, the second in the light of the first. */
import { AUXILIARIES, QUESTION_WORDS } from '../search/english/words.ts';
import { cleanText, tokenise } from '../search/tokens.ts';
import { readAsked } from './question-kind.ts';

/** Between two questions: the end of a sentence, or a joining word before another question word. */
const BETWEEN =
  /[?!.;]+\s+|,\s+(?=(?:and\s+|but\s+|or\s+)?(?:who|whom|whose|when|where|why|how|what|which)\b)|,?\s+(?:and|but|&)\s+(?=(?:(?:in|on|at|by|to|since|from)\s+)?(?:who|whom|whose|when|where|why|how|what|which|is|are|was|were|did|do|does|has|have|will|can)\b)/i;
/** Nobody asks more at once; further ones are left for a follow-up. */
const MAX_QUESTIONS = 3;

/** The questions of a message, or nothing where it asks only one. */
export function splitQuestions(text: string): readonly string[] | undefined {
  const parts = cleanText(text)
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(isQuestion);
  return parts.length > 1 ? parts.slice(0, MAX_QUESTIONS) : undefined;
}

/** `between the ban and IS losing ground`: in capitals among small letters it is a name, and asks nothing. */
const ACRONYM = /^(?:IS|ARE|WAS|DO|DID|HAS|WILL|CAN)\b.*\p{Ll}/u;

function isQuestion(part: string): boolean {
  const words = tokenise(part).map((token) => token.text);
  if (words.length < 2 || ACRONYM.test(part)) return false;
  const { kinds, isYesNo } = readAsked(words);
  if (isYesNo) return true;
  // `the country from which they leave` holds a question word and asks nothing.
  return (
    kinds.length > 0 && words.slice(0, 4).some((word) => QUESTION_WORDS.has(word) || AUXILIARIES.has(word))
  );
}
