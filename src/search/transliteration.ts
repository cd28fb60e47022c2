/**
 * Names from other scripts have no one spelling: `Mohamed`, `Mohammed` and `Muhammad` are one name. A key of a
 * name's consonants, with the letters that stand for one sound made one, brings the spellings together. It is
 * coarse, so it is only asked about words that are neither English nor known, and only about names.
 */
import { editDistance } from './edit-distance.ts';

/** Letters that stand for the same sound in one transliteration or another, longer ones first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 'x'],
  [/kh|ck|q|c/g, 'k'],
  [/gh/g, 'g'],
  [/dj|dsch|j/g, 'j'],
  [/dh|th/g, 't'],
  [/ph|v/g, 'f'],
  [/z|ts/g, 's'],
  [/w/g, 'u'],
];

/** The key of a folded name: its consonants by sound, doubled ones once, and whether it begins with a vowel. */
function nameKey(word: string): string {
  const sounds = SOUNDS.reduce((text, [letters, sound]) => text.replace(letters, sound), word);
  const start = /^[aeiouy]/.test(sounds) ? 'a' : '';
  // A final h is silent in many spellings (`Sarah`).
  const consonants = sounds.replace(/h$/, '').replace(/[aeiouyh]/g, '');
  return start + consonants.replace(/(.)\1+/g, '$1');
}

/** Two keys of this length say too little: `Ali` would be `Aylu`. */
const MIN_KEY = 2;
/** Spellings further apart than this are chance likenesses. */
const MAX_EDITS = 4;

/** Finds the known name that a word is another spelling of. */
export function createNameFinder(names: Iterable<string>): (word: string) => string | undefined {
  const byKey = new Map<string, string[]>();
  for (const name of names) {
    const key = nameKey(name);
    if (key.length < MIN_KEY) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return (word) => {
    if (word.length < 4) return undefined;
    const limit = Math.min(MAX_EDITS, Math.ceil(word.length / 2));
    const near = (byKey.get(nameKey(word)) ?? [])
      .map((name) => ({ name, edits: editDistance(word, name, limit) }))
      .filter(({ edits }) => edits <= limit)
      .sort((a, b) => a.edits - b.edits);
    return near[0]?.name;
  };
}
