/**
 * Phrases that say nothing of what is asked, whatever the subject: hedges, tags, and how an answer is wanted. A base
 * adds its own under `ignore`.
 */
export const ASIDES: readonly string[] = `
or what | or not | or something | or whatever | or anything | or so they say
hang on | hold on | one sec | give me a sec | bear with me
at some point | of all times | of all things | of all people | in the first place | back in the day
by any chance | for that matter | if I may ask | may I ask | after all | so to say | as it were
just to be sure | just to check | asking for a friend | thanks in advance | please and thank you
I guess | I suppose | I presume | I take it | as far as I know | as far as I can tell | if I remember rightly
a bit lost | bit lost | a little lost | I am lost | im lost | sounds off to me | sounds wrong to me
not sure I buy this | not sure I buy that | not sure I buy it | I dont buy it | I dont buy that
can I say that | can we say that | can I write that | can we write that | can it be said that
can it be maintained that | is it fair to say that | is it fair to say | is it safe to say that | is it safe to say
would it be fair to say that | would it be fair to say | would it be right to say that | would it be right to say
is it accurate to say that | is it accurate to say | is it correct to say that | is it correct to say
in bullet points | as bullet points | bullet points | bullet point | as bullets | in bullets | in bullet form
in one word | in a few words | in brief | in plain words | in plain terms | at a glance
first sign of | first signs of | signs of
relative to one another | relative to each other | with respect to each other
are discussed | is discussed | are talked about | is talked about | are referred to | get discussed | gets discussed
going by what was reported | going by the report | judging by the report | from what was reported
at the time of reporting | at the time of writing | at the time of publication | at press time | as of writing
or nah | or no | or nope | or naw | or so I heard | for the love of god | for heavens sake | for gods sake | for crying out loud
just woke up | just tuned in | just got in | just logged on | late to this | late to the party | late to the news
new to this beat | new to this | new on this beat | not my beat | isnt my beat | first day on the job | first day on the desk
not an expert | no expert | not the expert | for dummies | for a layman | in layman terms | in laymans terms | brain fog
sorry for typos | sorry for the typos | ignore typos | ignore the typos | excuse the typos | excuse my typing | excuse my english
before I go on air | before we go on air | before air | on my phone | typing on my phone | in a cab | in a taxi
not to be annoying | not to be that guy | not gonna lie | sorry to bother | sorry to bother you | sorry to bug you | last one I promise
filing in five | filing in ten | on air in five | on air in ten | going to print | going to press
`
  .trim()
  .split(/\n|\|/)
  .map((phrase) => phrase.trim());
