/**
 * Words that Porter's rules would make one with another word: `authority` with `author`, `succession` with `success`.
 * Each line is a word, which is its own stem, and its forms. Only common words of news and talk are listed.
 */
const LINES = `
accession accessions
accountant accountants
admiral admirals
affection
aide aides
armed
assistant assistants
author authors
authority authorities
belongings
building buildings
business businesses
caliphate caliphates
celebrity celebrities
commitment commitments
considerable considerably
consulate consulates
critical critically
dealing dealings
defendant defendants
department departments
designate designates designated designation designations
detective detectives
direction directions
effective effectively
emergency emergencies
emirate emirates
engine engines
eventually
executive executives
expensive expensively
extreme extremes extremely
findings
generally
generation generations
generous generously
hostile
important importance importantly
initiative initiatives
installation installations
institution institutions
integral
integrity
investment investments investor investors
leaning leanings
liberal liberals
locale locales
majority majorities
miner miners
minority minorities
momentous
moral morals
nationality nationalities
natural naturally
objective objectives
officials
operation operations operational
operative operatives
opposite opposites
organ organs
paste pastes pasted pasting
personal personally
personality personalities
positive positively
precedent precedents
presentation presentations
public publicly
quite
rational
reasonable reasonably
relatively
response responses
responsible responsibility responsibilities
route routes
setting settings
statue statues
sultanate sultanates
substantial substantially
succession successions
tentative
terminal terminals
thinking
transit
understanding understandings
uniform uniforms
universe
`;

/** From a word or its form to the word that is the stem of all of them. */
export const APART: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const forms = line.split(' ');
      return forms.map((form) => [form, forms[0] ?? ''] as const);
    }),
);
